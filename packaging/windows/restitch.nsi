; The installer for Windows, over the frozen folder.
;
;   makensis -DVERSION=0.1.0 -DFROZEN=path\to\dist\restitch -DICONS=path\to\icons -DOUT=setup.exe restitch.nsi
;
; For one person (no rights needed) or for all (/ALLUSERS, asks for rights); /S without a question,
; /D=FOLDER last for another folder. A newer version goes over an older one; projects and settings
; are never touched. The uninstaller removes what was installed and nothing else.

Unicode true
Target amd64-unicode
ManifestDPIAware true
SetCompressor /SOLID lzma

!define NAME "Restitch"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Restitch"
!define FILE_KIND "Restitch.Project"
!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "Restitch"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "UninstallString"

!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include x64.nsh

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} installer"
VIAddVersionKey LegalCopyright "GPL-3.0-or-later"

!define MUI_ICON "${ICONS}/restitch.ico"
!define MUI_UNICON "${ICONS}/restitch.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\restitch-window.exe"
!insertmacro MUI_PAGE_LICENSE "${FROZEN}/LICENSE"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "SimpChinese"

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "Restitch needs a 64-bit Windows." /SD IDOK
    Abort
  ${EndIf}
  SetRegView 64
  !insertmacro MULTIUSER_INIT
FunctionEnd

Function un.onInit
  SetRegView 64
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

; Files of an older version that a newer one has no more would be loaded instead of its own.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\restitch.exe"
  Delete "$INSTDIR\restitch-window.exe"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\THIRD-PARTY.txt"
  Delete "$INSTDIR\SBOM.cdx.json"
  Delete "$INSTDIR\restitch-project.ico"
!macroend

Section "Restitch"
  ClearErrors
  IfFileExists "$INSTDIR\restitch-window.exe" 0 fresh
  ; A running program cannot be replaced: say so before half of it is gone.
  FileOpen $0 "$INSTDIR\restitch-window.exe" a
  IfErrors running
  FileClose $0
  FileOpen $0 "$INSTDIR\restitch.exe" a
  IfErrors running
  FileClose $0
  !insertmacro REMOVE_PROGRAM
  Goto fresh
running:
  MessageBox MB_OK|MB_ICONSTOP "Restitch is running. Close it and install again." /SD IDOK
  SetErrorLevel 3
  Quit
fresh:
  SetOutPath "$INSTDIR"
  File /r "${FROZEN}/*.*"
  File "${ICONS}/restitch-project.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\Restitch.lnk" "$INSTDIR\restitch-window.exe"

  WriteRegStr SHCTX "Software\Classes\.restitch" "" "${FILE_KIND}"
  WriteRegStr SHCTX "Software\Classes\.restitch" "Content Type" "application/x-restitch-project"
  WriteRegStr SHCTX "Software\Classes\.restitch\OpenWithProgids" "${FILE_KIND}" ""
  WriteRegStr SHCTX "Software\Classes\${FILE_KIND}" "" "Restitch project"
  WriteRegStr SHCTX "Software\Classes\${FILE_KIND}\DefaultIcon" "" "$INSTDIR\restitch-project.ico"
  WriteRegStr SHCTX "Software\Classes\${FILE_KIND}\shell\open\command" "" '"$INSTDIR\restitch-window.exe" "%1"'
  WriteRegStr SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\restitch.exe" "" "$INSTDIR\restitch.exe"

  WriteRegStr SHCTX "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "Publisher" "The Restitch authors"
  WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\restitch-window.exe"
  WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" "$0"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Restitch.lnk"
  DeleteRegKey SHCTX "Software\Classes\${FILE_KIND}"
  DeleteRegValue SHCTX "Software\Classes\.restitch\OpenWithProgids" "${FILE_KIND}"
  ReadRegStr $0 SHCTX "Software\Classes\.restitch" ""
  StrCmp $0 "${FILE_KIND}" 0 +2
    DeleteRegKey SHCTX "Software\Classes\.restitch"
  DeleteRegKey SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\restitch.exe"
  DeleteRegKey SHCTX "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
