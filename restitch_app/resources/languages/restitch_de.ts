<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
<name>restitch</name>
<message><source> although it was smoothed ({a})</source>
<translation> obwohl er geglättet wurde ({a})</translation></message>
<message><source> and {more} more</source>
<translation> und {more} weitere</translation></message>
<message><source> that answers</source>
<translation>, der antwortet,</translation></message>
<message><source> {segment_list} {a} not stale any more.</source>
<translation> {segment_list} {a} nicht mehr veraltet.</translation></message>
<message><source>"{name}" was left as it is</source>
<translation>„{name}“ blieb, wie sie war</translation></message>
<message><source>* COMMENT: BOUNDARY {label} {one_line}</source>
<translation>* COMMENT: BOUNDARY {label} {one_line}</translation></message>
<message><source>* FROM CLIP NAME: {name}</source>
<translation>* FROM CLIP NAME: {name}</translation></message>
<message><source>* SOURCE FILE: {one_line}</source>
<translation>* SOURCE FILE: {one_line}</translation></message>
<message><source>+{count} more</source>
<translation>+{count} weitere</translation></message>
<message><source>, and so does Restitch</source>
<translation>, und Restitch sieht es ebenso</translation></message>
<message><source>, but neighbouring frames here differ as much</source>
<translation>, aber benachbarte Frames sind hier ebenso verschieden</translation></message>
<message><source>, in steps of {step}</source>
<translation>, in Schritten von {step}</translation></message>
<message><source>, natural here {natural}</source>
<translation>, natürlich hier {natural}</translation></message>
<message><source>, or {again}</source>
<translation> oder {again}</translation></message>
<message><source>, predicted {ssim_text}</source>
<translation>, erwartet {ssim_text}</translation></message>
<message><source>, stale</source>
<translation>, veraltet</translation></message>
<message><source>, the current one.</source>
<translation>, die aktuelle.</translation></message>
<message><source>, then </source>
<translation>, dann </translation></message>
<message><source>, {a} to {b} around it</source>
<translation>, ringsum {a} bis {b}</translation></message>
<message><source>, {score} of 100</source>
<translation>, {score} von 100</translation></message>
<message><source>. It {harm}</source>
<translation>. Es {harm}</translation></message>
<message><source>. Restitch said {a}</source>
<translation>. Restitch sagte {a}</translation></message>
<message><source>/home/me/comfyui/run.sh --listen</source>
<translation>/home/me/comfyui/run.sh --listen</translation></message>
<message><source>1 and 2 answer the blind comparison now: choose the mode above the players</source>
<translation>1 und 2 beantworten gerade den Blindvergleich: Modus über den Playern wählen</translation></message>
<message><source>1 frame</source>
<translation>1 Frame</translation></message>
<message><source>1 is better</source>
<translation>1 ist besser</translation></message>
<message><source>1 prompt</source>
<translation>1 Prompt</translation></message>
<message><source>1 segment</source>
<translation>1 Segment</translation></message>
<message><source>1 was</source>
<translation>1 war</translation></message>
<message><source>1 was {words}, 2 was {words_2}.</source>
<translation>1 war {words}, 2 war {words_2}.</translation></message>
<message><source>1 wrong call</source>
<translation>1 falsches Urteil</translation></message>
<message><source>10 segments, one of them bad. No GPU needed</source>
<translation>10 Segmente, eines davon schlecht. Ohne GPU</translation></message>
<message><source>2 is better</source>
<translation>2 ist besser</translation></message>
<message><source>405, +10 or 00:00:25:01</source>
<translation>405, +10 oder 00:00:25:01</translation></message>
<message><source>; edited by {edited_by}, {when}</source>
<translation>; bearbeitet von {edited_by}, {when}</translation></message>
<message><source>; its sound, which would not last as long, was left out</source>
<translation>; sein Ton, der nicht gleich lang wäre, ist weggelassen</translation></message>
<message><source>; left out: {names}</source>
<translation>; weggelassen: {names}</translation></message>
<message><source>; {a} of its numbers are missing</source>
<translation>; {a} seiner Nummern fehlen</translation></message>
<message><source>; {older} made before boundaries were measured as now and must be made again</source>
<translation>; {older} entstanden, bevor Übergänge wie jetzt gemessen wurden, und sind neu zu fällen</translation></message>
<message><source>A and B differ in size</source>
<translation>A und B sind verschieden groß</translation></message>
<message><source>A blind comparison is between two versions of one segment</source>
<translation>Ein Blindvergleich ist zwischen zwei Versionen eines Segments</translation></message>
<message><source>A boundary was decided about meanwhile</source>
<translation>Über einen Übergang wurde inzwischen entschieden</translation></message>
<message><source>A boundary was judged meanwhile</source>
<translation>Ein Übergang wurde inzwischen beurteilt</translation></message>
<message><source>A bridge needs one with a start frame, an end frame and a length</source>
<translation>Zwischenbilder brauchen einen mit Startframe, Endframe und Länge</translation></message>
<message><source>A bridge of {asked} frames on each side cannot be made</source>
<translation>Zwischenbilder mit {asked} Frames je Seite sind nicht möglich</translation></message>
<message><source>A call noted as {a}: {error}</source>
<translation>Ein Urteil, vermerkt als {a}: {error}</translation></message>
<message><source>A cascade begins with the last frame before; choose that as the seed frame.</source>
<translation>Eine Kaskade beginnt mit dem letzten Frame davor; diesen als Startframe wählen.</translation></message>
<message><source>A cascade makes whole segments anew; keep no frames to begin one.</source>
<translation>Eine Kaskade macht ganze Segmente neu; dafür keine Frames behalten.</translation></message>
<message><source>A check warns from the first limit on and fails from the second on. Results that are here already keep what was said about them.</source>
<translation>Eine Prüfung warnt ab dem ersten Grenzwert und fällt ab dem zweiten durch. Ergebnisse, die schon da sind, behalten, was über sie gesagt wurde.</translation></message>
<message><source>A clip of another size, rate or length cannot stand in its place.</source>
<translation>Ein Clip anderer Größe, Rate oder Länge kann nicht an seiner Stelle stehen.</translation></message>
<message><source>A cut is never smoothed</source>
<translation>Ein Schnitt wird nie geglättet</translation></message>
<message><source>A file of segment {a} is missing</source>
<translation>Eine Datei von Segment {a} fehlt</translation></message>
<message><source>A film cannot be written among the project's own clips</source>
<translation>Ein Film kann nicht zwischen die eigenen Clips des Projekts geschrieben werden</translation></message>
<message><source>A film does not come back as it was written</source>
<translation>Ein Film kommt nicht so zurück, wie er geschrieben wurde</translation></message>
<message><source>A finished take</source>
<translation>Ein fertiger Take</translation></message>
<message><source>A frame is shown twice</source>
<translation>Ein Frame wird doppelt gezeigt</translation></message>
<message><source>A frame shown twice makes movement stutter.</source>
<translation>Ein doppelt gezeigter Frame lässt die Bewegung stottern.</translation></message>
<message><source>A is the version before, B the new one. Both always show the same frame. Compare side by side, with a wipe, by their difference, or flip them in place.</source>
<translation>A ist die Version davor, B die neue. Beide zeigen immer denselben Frame. Nebeneinander, mit Wischblende oder per Differenz vergleichen, oder an Ort und Stelle umschalten.</translation></message>
<message><source>A join noted as {a}: {error}</source>
<translation>Ein Übergang, vermerkt als {a}: {error}</translation></message>
<message><source>A join noted in format {a}, not {readable}</source>
<translation>Ein Übergang, vermerkt im Format {a}, nicht {readable}</translation></message>
<message><source>A jump inside a segment looks like a cut that nobody made.</source>
<translation>Ein Sprung innerhalb eines Segments sieht aus wie ein Schnitt, den niemand gemacht hat.</translation></message>
<message><source>A lossless copy is made: {lossless_reason}</source>
<translation>Eine verlustfreie Kopie wird gemacht: {lossless_reason}</translation></message>
<message><source>A master of this kind ends in {wanted}</source>
<translation>Ein Master dieser Art endet auf {wanted}</translation></message>
<message><source>A message of the desktop, when Restitch is behind other windows or minimised. Clicking it brings the window back, at the segment.</source>
<translation>Eine Meldung des Desktops, wenn Restitch hinter anderen Fenstern liegt oder minimiert ist. Ein Klick darauf bringt das Fenster zurück, beim Segment.</translation></message>
<message><source>A new one for each</source>
<translation>Für jedes ein neuer</translation></message>
<message><source>A new project is being made. It is given up when you close.</source>
<translation>Ein neues Projekt wird gerade gemacht. Beim Schließen wird es verworfen.</translation></message>
<message><source>A note needs text</source>
<translation>Eine Notiz braucht Text</translation></message>
<message><source>A note was changed meanwhile</source>
<translation>Eine Notiz wurde inzwischen geändert</translation></message>
<message><source>A or B has no picture at this frame.</source>
<translation>A oder B hat bei diesem Frame kein Bild.</translation></message>
<message><source>A patch cannot be kept without loss</source>
<translation>Ein Patch lässt sich nicht ohne Verlust behalten</translation></message>
<message><source>A picture that stands still reads as a player that hangs.</source>
<translation>Ein Bild, das still steht, wirkt wie ein Player, der hängt.</translation></message>
<message><source>A preset needs a name</source>
<translation>Eine Voreinstellung braucht einen Namen</translation></message>
<message><source>A removed segment</source>
<translation>Ein entferntes Segment</translation></message>
<message><source>A repeated seed frame is left out.</source>
<translation>Ein wiederholter Startframe ist weggelassen.</translation></message>
<message><source>A run is under way in this scene</source>
<translation>In dieser Szene ist ein Lauf im Gang</translation></message>
<message><source>A run is under way in {name}</source>
<translation>In {name} ist ein Lauf im Gang</translation></message>
<message><source>A scene needs a name</source>
<translation>Eine Szene braucht einen Namen</translation></message>
<message><source>A scene's name is one line of text</source>
<translation>Der Name einer Szene ist eine Zeile Text</translation></message>
<message><source>A screenshot could not be written</source>
<translation>Ein Bildschirmfoto konnte nicht geschrieben werden</translation></message>
<message><source>A server is needed to read this workflow</source>
<translation>Um diesen Workflow zu lesen, ist ein Server nötig</translation></message>
<message><source>A shift of colour adds up from segment to segment along the chain.</source>
<translation>Eine Farbverschiebung summiert sich von Segment zu Segment.</translation></message>
<message><source>A single frame has no motion.</source>
<translation>Ein einzelner Frame hat keine Bewegung.</translation></message>
<message><source>A start unlike its seed frame jumps at the boundary before it.</source>
<translation>Ein Anfang, der dem Startframe nicht gleicht, springt am Übergang davor.</translation></message>
<message><source>A window of {window} frames cannot be used</source>
<translation>Ein Fenster von {window} Frames ist nicht möglich</translation></message>
<message><source>A workflow needs a name</source>
<translation>Ein Workflow braucht einen Namen</translation></message>
<message><source>API key</source>
<translation>API-Schlüssel</translation></message>
<message><source>About 1 frame is missing: the motion jumps</source>
<translation>Etwa 1 Frame fehlt: die Bewegung springt</translation></message>
<message><source>About Restitch</source>
<translation>Über Restitch</translation></message>
<message><source>About {missing} frames are missing: the motion jumps</source>
<translation>Etwa {missing} Frames fehlen: die Bewegung springt</translation></message>
<message><source>About {size}</source>
<translation>Etwa {size}</translation></message>
<message><source>About {size}, {moment} on this computer</source>
<translation>Etwa {size}, {moment} auf diesem Computer</translation></message>
<message><source>Accept</source>
<translation>Annehmen</translation></message>
<message><source>Accept as is</source>
<translation>So annehmen</translation></message>
<message><source>Accept with a reason, declare a cut</source>
<translation>Mit Begründung annehmen, zum Schnitt erklären</translation></message>
<message><source>Accept with a reason…</source>
<translation>Mit Grund annehmen…</translation></message>
<message><source>Accepted</source>
<translation>Angenommen</translation></message>
<message><source>Accepted as is</source>
<translation>Angenommen, wie er ist</translation></message>
<message><source>Accepting boundary {boundary_name}</source>
<translation>Übergang {boundary_name} wird angenommen</translation></message>
<message><source>Action</source>
<translation>Aktion</translation></message>
<message><source>Actions and their keys</source>
<translation>Aktionen und ihre Tasten</translation></message>
<message><source>Add</source>
<translation>Hinzufügen</translation></message>
<message><source>Add a Save Video node in ComfyUI and export the workflow again</source>
<translation>In ComfyUI einen Knoten Save Video hinzufügen und den Workflow noch einmal exportieren</translation></message>
<message><source>Add a cut</source>
<translation>Schnitt hinzufügen</translation></message>
<message><source>Add a first-and-last-frame workflow: restitch workflows PROJECT add FILE</source>
<translation>Einen Workflow mit erstem und letztem Frame hinzufügen: restitch workflows PROJECT add FILE</translation></message>
<message><source>Add a server</source>
<translation>Server hinzufügen</translation></message>
<message><source>Add a workflow</source>
<translation>Einen Workflow hinzufügen</translation></message>
<message><source>Add another one, or turn this one off</source>
<translation>Einen anderen hinzufügen oder diesen ausschalten</translation></message>
<message><source>Add clips</source>
<translation>Clips hinzufügen</translation></message>
<message><source>Add clips that can be read</source>
<translation>Lesbare Clips hinzufügen</translation></message>
<message><source>Add clips…</source>
<translation>Clips hinzufügen…</translation></message>
<message><source>Add it again</source>
<translation>Ihn noch einmal hinzufügen</translation></message>
<message><source>Add note at this frame</source>
<translation>Notiz zu diesem Frame</translation></message>
<message><source>Add the note at</source>
<translation>Notiz hinzufügen bei</translation></message>
<message><source>Add workflow</source>
<translation>Workflow hinzufügen</translation></message>
<message><source>Add workflow…</source>
<translation>Workflow hinzufügen…</translation></message>
<message><source>Adding a note</source>
<translation>Eine Notiz wird hinzugefügt</translation></message>
<message><source>Adding a workflow</source>
<translation>Ein Workflow wird hinzugefügt</translation></message>
<message><source>Address</source>
<translation>Adresse</translation></message>
<message><source>Address of ComfyUI</source>
<translation>Adresse von ComfyUI</translation></message>
<message><source>Adds new versions of {segments}, with their own values.</source>
<translation>Fügt neue Versionen von {segments} hinzu, jede mit ihren eigenen Werten.</translation></message>
<message><source>Adds {time} and new versions of {segments}, with their own values.</source>
<translation>Fügt {time} und neue Versionen von {segments} hinzu, jede mit ihren eigenen Werten.</translation></message>
<message><source>After fix</source>
<translation>Nach Korrektur</translation></message>
<message><source>After the selected fix</source>
<translation>Nach der gewählten Korrektur</translation></message>
<message><source>After what is being rendered now</source>
<translation>Nach dem, was gerade gerendert wird</translation></message>
<message><source>All</source>
<translation>Alle</translation></message>
<message><source>All jobs</source>
<translation>Alle Aufträge</translation></message>
<message><source>All licences</source>
<translation>Alle Lizenzen</translation></message>
<message><source>All segments look like {first}.</source>
<translation>Alle Segmente sehen aus wie {first}.</translation></message>
<message><source>All servers…</source>
<translation>Alle Server…</translation></message>
<message><source>All versions of a segment, their quality checks and what they were made with. Nothing is lost: every result is a new version, and you can go back to any of them.</source>
<translation>Alle Versionen eines Segments, ihre Qualitätsprüfungen und womit sie gemacht wurden. Nichts geht verloren: jedes Ergebnis ist eine neue Version, und zu jeder führt ein Weg zurück.</translation></message>
<message><source>Allow reading it, or move it away</source>
<translation>Das Lesen erlauben oder sie verschieben</translation></message>
<message><source>Always becomes current</source>
<translation>Wird immer aktuell</translation></message>
<message><source>An address holds no name and no password</source>
<translation>Eine Adresse enthält keinen Namen und kein Passwort</translation></message>
<message><source>An earlier frame, −{a}</source>
<translation>Ein früherer Frame, −{a}</translation></message>
<message><source>An edit decision list cannot hold this scene</source>
<translation>Eine Schnittliste (EDL) kann diese Szene nicht halten</translation></message>
<message><source>Another program</source>
<translation>Ein anderes Programm</translation></message>
<message><source>Another program is writing to this project</source>
<translation>Ein anderes Programm schreibt in dieses Projekt</translation></message>
<message><source>Another program runs this project's jobs.</source>
<translation>Ein anderes Programm führt die Aufträge dieses Projekts aus.</translation></message>
<message><source>Another project…</source>
<translation>Anderes Projekt…</translation></message>
<message><source>Another shot begins here</source>
<translation>Hier beginnt eine andere Einstellung</translation></message>
<message><source>Another version of segment {index} plays by now</source>
<translation>Inzwischen spielt eine andere Version von Segment {index}</translation></message>
<message><source>Another window holds this project</source>
<translation>Ein anderes Fenster hat dieses Projekt</translation></message>
<message><source>Another window holds this project: decide there</source>
<translation>Ein anderes Fenster hat dieses Projekt: dort entscheiden</translation></message>
<message><source>Another window holds this project: draw there</source>
<translation>Ein anderes Fenster hat dieses Projekt: dort zeichnen</translation></message>
<message><source>Another workflow</source>
<translation>Anderer Workflow</translation></message>
<message><source>Any free one</source>
<translation>Beliebig</translation></message>
<message><source>Any server that can run it</source>
<translation>Jeder Server, der es ausführen kann</translation></message>
<message><source>Any server: the least busy one that can run it</source>
<translation>Beliebiger Server: der am wenigsten beschäftigte, der es ausführen kann</translation></message>
<message><source>Applied.</source>
<translation>Angewendet.</translation></message>
<message><source>Apply</source>
<translation>Anwenden</translation></message>
<message><source>Apply anyway</source>
<translation>Trotzdem anwenden</translation></message>
<message><source>Apply best</source>
<translation>Anwenden</translation></message>
<message><source>Apply fix, or open</source>
<translation>Korrektur anwenden oder öffnen</translation></message>
<message><source>Apply the best</source>
<translation>Beste anwenden</translation></message>
<message><source>Apply {what}</source>
<translation>{what} anwenden</translation></message>
<message><source>Apply {what} anyway</source>
<translation>{what} trotzdem anwenden</translation></message>
<message><source>Approve</source>
<translation>Freigeben</translation></message>
<message><source>Approve v{number}</source>
<translation>v{number} freigeben</translation></message>
<message><source>Approve {a} segments</source>
<translation>{a} Segmente freigeben</translation></message>
<message><source>Approve {many}</source>
<translation>{many} freigeben</translation></message>
<message><source>Approve, or accept the boundary</source>
<translation>Freigeben oder Übergang annehmen</translation></message>
<message><source>Approved</source>
<translation>Freigegeben</translation></message>
<message><source>Approved v{number}</source>
<translation>v{number} freigegeben</translation></message>
<message><source>Approving segment {a}</source>
<translation>Segment {a} wird freigegeben</translation></message>
<message><source>Approving {a}</source>
<translation>{a} wird freigegeben</translation></message>
<message><source>Arrow</source>
<translation>Pfeil</translation></message>
<message><source>As above</source>
<translation>Wie oben</translation></message>
<message><source>As it is on the screen</source>
<translation>Wie auf dem Bildschirm</translation></message>
<message><source>As it is on the screen…</source>
<translation>Wie auf dem Bildschirm…</translation></message>
<message><source>As smooth as the frames on both sides of the boundary</source>
<translation>So glatt wie die Frames auf beiden Seiten des Übergangs</translation></message>
<message><source>As the scene is now</source>
<translation>Wie die Szene jetzt ist</translation></message>
<message><source>As the system</source>
<translation>Wie das System</translation></message>
<message><source>As the workflow, or the segment before</source>
<translation>Wie der Workflow oder das Segment davor</translation></message>
<message><source>As you would type it in a terminal. Restitch offers it while no server answers.</source>
<translation>Wie im Terminal eingegeben. Restitch bietet ihn an, solange kein Server antwortet.</translation></message>
<message><source>Ask for the right to read it, or copy it to another place.</source>
<translation>Um Leserecht bitten oder an einen anderen Ort kopieren.</translation></message>
<message><source>Asked for</source>
<translation>Beauftragt</translation></message>
<message><source>Asking</source>
<translation>Wird gefragt</translation></message>
<message><source>Asking for a bridge</source>
<translation>Zwischenbilder werden angefordert</translation></message>
<message><source>Asking for the newest release</source>
<translation>Nach der neuesten Ausgabe wird gefragt</translation></message>
<message><source>Asking the servers</source>
<translation>Die Server werden gefragt</translation></message>
<message><source>Asking the servers…</source>
<translation>Server werden gefragt…</translation></message>
<message><source>Asking the server…</source>
<translation>Der Server wird gefragt…</translation></message>
<message><source>Asking {place_of}</source>
<translation>{place_of} wird gefragt</translation></message>
<message><source>Asking {url}</source>
<translation>{url} wird gefragt</translation></message>
<message><source>Asking…</source>
<translation>Wird gefragt…</translation></message>
<message><source>At the start</source>
<translation>Beim Start</translation></message>
<message><source>Auto, {what}</source>
<translation>Auto, {what}</translation></message>
<message><source>Back</source>
<translation>Zurück</translation></message>
<message><source>Back to player</source>
<translation>Zurück zum Player</translation></message>
<message><source>Back to the players</source>
<translation>Zurück zu den Playern</translation></message>
<message><source>Back to v{number}</source>
<translation>Zurück zu v{number}</translation></message>
<message><source>Back to what is found by itself</source>
<translation>Zurück zu dem, was von selbst gefunden wird</translation></message>
<message><source>Bearer {key}</source>
<translation>Bearer {key}</translation></message>
<message><source>Becomes current when its quality checks pass</source>
<translation>Wird aktuell, wenn die Qualitätsprüfungen bestanden sind</translation></message>
<message><source>Beginning the cascade from segment {a}</source>
<translation>Die Kaskade ab Segment {a} wird begonnen</translation></message>
<message><source>Beginning the scene</source>
<translation>Die Szene wird begonnen</translation></message>
<message><source>Below the threshold a jump is visible, within the band above it borderline.</source>
<translation>Unter der Schwelle ist ein Sprung sichtbar, im Band darüber grenzwertig.</translation></message>
<message><source>Beside the size that the system has.</source>
<translation>Zusätzlich zur Größe, die das System vorgibt.</translation></message>
<message><source>Better</source>
<translation>Besser</translation></message>
<message><source>Better boundary frame</source>
<translation>Besserer Grenzframe</translation></message>
<message><source>Better boundary frame, length kept</source>
<translation>Besserer Grenzframe, Länge behalten</translation></message>
<message><source>Black frames</source>
<translation>Schwarze Frames</translation></message>
<message><source>Black frames show as a blink, and the next segment may be seeded from one.</source>
<translation>Schwarze Frames blitzen auf, und das nächste Segment beginnt vielleicht mit einem.</translation></message>
<message><source>Blind</source>
<translation>Blind</translation></message>
<message><source>Blind comparison</source>
<translation>Blindvergleich</translation></message>
<message><source>Blind comparison: which one is better?</source>
<translation>Blindvergleich: welche ist besser?</translation></message>
<message><source>Blue</source>
<translation>Blau</translation></message>
<message><source>Bluer</source>
<translation>Blauer</translation></message>
<message><source>Blue–yellow</source>
<translation>Blau–Gelb</translation></message>
<message><source>Borderline</source>
<translation>Grenzwertig</translation></message>
<message><source>Borderline band</source>
<translation>Grenzband</translation></message>
<message><source>Borderline band (too few frames)</source>
<translation>Grenzband (zu kurz)</translation></message>
<message><source>Borderline from</source>
<translation>Grenzwertig ab</translation></message>
<message><source>Borderline ≥ {threshold}</source>
<translation>Grenzwertig ≥ {threshold}</translation></message>
<message><source>Both together</source>
<translation>Beide gemeinsam</translation></message>
<message><source>Boundaries</source>
<translation>Übergänge</translation></message>
<message><source>Boundaries are checked in the background. Check it now from the Boundary menu.</source>
<translation>Übergänge werden im Hintergrund geprüft. Sofort prüfen: im Menü „Übergang“.</translation></message>
<message><source>Boundaries {label} and {label_2}: {a}, {reason}. Regenerate segment {b}, or smooth both.</source>
<translation>Übergänge {label} und {label_2}: {a}, {reason}. Segment {b} neu generieren oder beide glätten.</translation></message>
<message><source>Boundary</source>
<translation>Übergang</translation></message>
<message><source>Boundary {a}</source>
<translation>Übergang {a}</translation></message>
<message><source>Boundary {boundary_name}</source>
<translation>Übergang {boundary_name}</translation></message>
<message><source>Boundary {boundary_name}: visible jump, SSIM {ssim_text}</source>
<translation>Übergang {boundary_name}: sichtbarer Sprung, SSIM {ssim_text}</translation></message>
<message><source>Boundary {label}</source>
<translation>Übergang {label}</translation></message>
<message><source>Boundary {label} checked: {words}, {value}</source>
<translation>Übergang {label} geprüft: {words}, {value}</translation></message>
<message><source>Boundary {label} has changed</source>
<translation>Übergang {label} hat sich geändert</translation></message>
<message><source>Boundary {label} is a cut</source>
<translation>Übergang {label} ist ein Schnitt</translation></message>
<message><source>Boundary {label} is a cut now</source>
<translation>Übergang {label} ist jetzt ein Schnitt</translation></message>
<message><source>Boundary {label} is accepted as is, {value}</source>
<translation>Übergang {label} ist angenommen, wie er ist, {value}</translation></message>
<message><source>Boundary {label} is smoothed. {told}</source>
<translation>Übergang {label} ist geglättet. {told}</translation></message>
<message><source>Boundary {label}: {a}</source>
<translation>Übergang {label}: {a}</translation></message>
<message><source>Boundary {label}: {seen_as}</source>
<translation>Übergang {label}: {seen_as}</translation></message>
<message><source>Boundary {label}: {seen}. {a}. {b}</source>
<translation>Übergang {label}: {seen}. {a}. {b}</translation></message>
<message><source>Boundary {left} to {right}</source>
<translation>Übergang {left} zu {right}</translation></message>
<message><source>Boundary {name}</source>
<translation>Übergang {name}</translation></message>
<message><source>Boundary {name} is open again</source>
<translation>Übergang {name} ist wieder offen</translation></message>
<message><source>Boundary {pair}: {told}</source>
<translation>Übergang {pair}: {told}</translation></message>
<message><source>Boundary {pair}: {word}{why}</source>
<translation>Übergang {pair}: {word}{why}</translation></message>
<message><source>Bridge (new frames from ComfyUI)</source>
<translation>Zwischenbilder (neue Frames von ComfyUI)</translation></message>
<message><source>Bridge {number}|{a}</source>
<translation>Zwischenbilder {number}|{a}</translation></message>
<message><source>Brighter</source>
<translation>Heller</translation></message>
<message><source>Brightness</source>
<translation>Helligkeit</translation></message>
<message><source>Brightness flickers</source>
<translation>Helligkeit flimmert</translation></message>
<message><source>Brightness flickers by {value} levels at {frames_in_words}.</source>
<translation>Die Helligkeit flimmert um {value} Stufen bei {frames_in_words}.</translation></message>
<message><source>Brightness is steady from frame to frame.</source>
<translation>Die Helligkeit ist von Frame zu Frame stetig.</translation></message>
<message><source>Brightness that swings from frame to frame tires the eye at once.</source>
<translation>Helligkeit, die von Frame zu Frame schwankt, ermüdet das Auge sofort.</translation></message>
<message><source>Brightness {brightness} % on the right side</source>
<translation>Helligkeit {brightness} % auf der rechten Seite</translation></message>
<message><source>Browse…</source>
<translation>Durchsuchen…</translation></message>
<message><source>Can't be found</source>
<translation>Nicht zu finden</translation></message>
<message><source>Cancel</source>
<translation>Abbrechen</translation></message>
<message><source>Cancel (Esc)</source>
<translation>Abbrechen (Esc)</translation></message>
<message><source>Cancel job</source>
<translation>Auftrag abbrechen</translation></message>
<message><source>Cancel jobs</source>
<translation>Aufträge abbrechen</translation></message>
<message><source>Cancel {count} job</source>
<translation>{count} Auftrag abbrechen</translation></message>
<message><source>Cancel {count} jobs</source>
<translation>{count} Aufträge abbrechen</translation></message>
<message><source>Cancel {job}</source>
<translation>{job} abbrechen</translation></message>
<message><source>Cancel · {done} of {total}</source>
<translation>Abbrechen · {done} von {total}</translation></message>
<message><source>Cancelling</source>
<translation>Wird abgebrochen</translation></message>
<message><source>Cancelling a job</source>
<translation>Ein Auftrag wird abgebrochen</translation></message>
<message><source>Cancelling…</source>
<translation>Wird abgebrochen…</translation></message>
<message><source>Candidate</source>
<translation>Kandidat</translation></message>
<message><source>Cannot be read</source>
<translation>Nicht lesbar</translation></message>
<message><source>Cascade from segment {first}</source>
<translation>Ab Segment {first} neu generieren</translation></message>
<message><source>Certain</source>
<translation>Sicher</translation></message>
<message><source>Certificate file</source>
<translation>Zertifikatsdatei</translation></message>
<message><source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
<translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation></message>
<message><source>Chained</source>
<translation>Verkettet</translation></message>
<message><source>Change</source>
<translation>Änderung</translation></message>
<message><source>Change how boundaries are judged</source>
<translation>Ändern, wie Übergänge beurteilt werden</translation></message>
<message><source>Change keys under Settings, Shortcuts.</source>
<translation>Tasten ändern: Einstellungen, Tastenkürzel.</translation></message>
<message><source>Change server…</source>
<translation>Server wechseln…</translation></message>
<message><source>Change the named inputs and try again</source>
<translation>Die genannten Eingänge ändern und erneut versuchen</translation></message>
<message><source>Change the project's settings</source>
<translation>Einstellungen des Projekts ändern</translation></message>
<message><source>Changed since it was made</source>
<translation>Seit dem Erzeugen geändert</translation></message>
<message><source>Changed since the current version</source>
<translation>Geändert gegenüber der aktuellen Version</translation></message>
<message><source>Changed since {version}</source>
<translation>Geändert seit {version}</translation></message>
<message><source>Changes are kept at once.</source>
<translation>Änderungen gelten sofort.</translation></message>
<message><source>Changes no frame.</source>
<translation>Ändert keinen Frame.</translation></message>
<message><source>Changes {frames}: {sides}.</source>
<translation>Ändert {frames}: {sides}.</translation></message>
<message><source>Changing how boundaries are judged</source>
<translation>Die Beurteilung der Übergänge wird geändert</translation></message>
<message><source>Changing quality gates</source>
<translation>Die Qualitätsgrenzen werden geändert</translation></message>
<message><source>Changing the server</source>
<translation>Der Server wird geändert</translation></message>
<message><source>Changing the servers</source>
<translation>Die Server werden geändert</translation></message>
<message><source>Changing what becomes current</source>
<translation>Was aktuell wird, wird geändert</translation></message>
<message><source>Check</source>
<translation>Prüfung</translation></message>
<message><source>Check all again</source>
<translation>Alle erneut prüfen</translation></message>
<message><source>Check all boundaries again</source>
<translation>Alle Übergänge erneut prüfen</translation></message>
<message><source>Check readable frames</source>
<translation>Lesbare Frames prüfen</translation></message>
<message><source>Check that the folder is there and that you may write to it</source>
<translation>Prüfen, ob der Ordner da ist und beschrieben werden darf</translation></message>
<message><source>Check the boundaries of {many} again</source>
<translation>Übergänge von {many} erneut prüfen</translation></message>
<message><source>Check the disk or the network drive, then try again</source>
<translation>Die Platte oder das Netzlaufwerk prüfen, dann erneut versuchen</translation></message>
<message><source>Check the disk, and try again.</source>
<translation>Die Platte prüfen und erneut versuchen.</translation></message>
<message><source>Check the file, or set {environment_name}</source>
<translation>Die Datei prüfen oder {environment_name} setzen</translation></message>
<message><source>Check the folder</source>
<translation>Den Ordner prüfen</translation></message>
<message><source>Check the folder and the names</source>
<translation>Ordner und Namen prüfen</translation></message>
<message><source>Check the name</source>
<translation>Den Namen prüfen</translation></message>
<message><source>Check the path</source>
<translation>Den Pfad prüfen</translation></message>
<message><source>Check the path, or make a new project from clips</source>
<translation>Den Pfad prüfen oder ein neues Projekt aus Clips machen</translation></message>
<message><source>Check the rate it was written for</source>
<translation>Die Rate prüfen, für die er geschrieben wurde</translation></message>
<message><source>Check the rights on the folder</source>
<translation>Die Rechte am Ordner prüfen</translation></message>
<message><source>Check the rights on the folder, or copy the project elsewhere</source>
<translation>Die Rechte am Ordner prüfen oder das Projekt anderswohin kopieren</translation></message>
<message><source>Check the server's address and its access rules</source>
<translation>Die Adresse des Servers und seine Zugriffsregeln prüfen</translation></message>
<message><source>Check the size and format of the clips</source>
<translation>Größe und Format der Clips prüfen</translation></message>
<message><source>Check this boundary again</source>
<translation>Diesen Übergang erneut prüfen</translation></message>
<message><source>Check which input sets its length under Workflow ▸ Inputs</source>
<translation>Unter Workflow ▸ Eingänge prüfen, welcher Eingang die Länge setzt</translation></message>
<message><source>Checking</source>
<translation>Wird geprüft</translation></message>
<message><source>Checking all boundaries</source>
<translation>Alle Übergänge werden geprüft</translation></message>
<message><source>Checking boundaries</source>
<translation>Übergänge werden geprüft</translation></message>
<message><source>Checking boundary {boundary_name}</source>
<translation>Übergang {boundary_name} wird geprüft</translation></message>
<message><source>Checking files</source>
<translation>Dateien werden geprüft</translation></message>
<message><source>Checking the copy</source>
<translation>Die Kopie wird geprüft</translation></message>
<message><source>Checking the export</source>
<translation>Der Export wird geprüft</translation></message>
<message><source>Checking the new frames</source>
<translation>Die neuen Frames werden geprüft</translation></message>
<message><source>Checking the piece</source>
<translation>Das Stück wird geprüft</translation></message>
<message><source>Checking the take</source>
<translation>Der Take wird geprüft</translation></message>
<message><source>Checking what the servers can run</source>
<translation>Prüfen, was die Server ausführen können</translation></message>
<message><source>Checking {a}</source>
<translation>{a} wird geprüft</translation></message>
<message><source>Checking…</source>
<translation>Wird geprüft…</translation></message>
<message><source>Checksum {checksum}</source>
<translation>Prüfsumme {checksum}</translation></message>
<message><source>Choose 0 to {a}</source>
<translation>0 bis {a} wählen</translation></message>
<message><source>Choose 1 to {largest_window}</source>
<translation>1 bis {largest_window} wählen</translation></message>
<message><source>Choose 1 to {most_segments}</source>
<translation>1 bis {most_segments} wählen</translation></message>
<message><source>Choose 1 to {most_takes}</source>
<translation>1 bis {most_takes} wählen</translation></message>
<message><source>Choose a PEM file</source>
<translation>Eine PEM-Datei wählen</translation></message>
<message><source>Choose a PNG, JPEG or WebP picture.</source>
<translation>Ein PNG-, JPEG- oder WebP-Bild wählen.</translation></message>
<message><source>Choose a certificate file</source>
<translation>Zertifikatsdatei wählen</translation></message>
<message><source>Choose a file</source>
<translation>Eine Datei wählen</translation></message>
<message><source>Choose a file that ComfyUI made, or a workflow that it saved</source>
<translation>Eine Datei wählen, die ComfyUI gemacht, oder einen Workflow, den es gesichert hat</translation></message>
<message><source>Choose a file that ComfyUI wrote with "Save" or "Save (API format)"</source>
<translation>Eine Datei wählen, die ComfyUI mit „Save“ oder „Save (API format)“ geschrieben hat</translation></message>
<message><source>Choose a file…</source>
<translation>Datei wählen…</translation></message>
<message><source>Choose a first-and-last-frame workflow</source>
<translation>Einen Workflow mit erstem und letztem Frame wählen</translation></message>
<message><source>Choose a first-and-last-frame workflow, or leave the end open</source>
<translation>Einen Workflow mit erstem und letztem Frame wählen oder das Ende offen lassen</translation></message>
<message><source>Choose a folder for the project</source>
<translation>Einen Ordner für das Projekt wählen</translation></message>
<message><source>Choose a folder that exists</source>
<translation>Einen Ordner wählen, den es gibt</translation></message>
<message><source>Choose a frame from 2 to {total}</source>
<translation>Einen Frame von 2 bis {total} wählen</translation></message>
<message><source>Choose a frame from {a} to {stop}, or remove the treatment</source>
<translation>Einen Frame von {a} bis {stop} wählen oder die Behandlung entfernen</translation></message>
<message><source>Choose a list, or a film</source>
<translation>Eine Liste oder einen Film wählen</translation></message>
<message><source>Choose a name that ends in .otio</source>
<translation>Einen Namen wählen, der auf .otio endet</translation></message>
<message><source>Choose a name that is not taken yet</source>
<translation>Einen Namen wählen, der noch frei ist</translation></message>
<message><source>Choose a picture to begin with</source>
<translation>Ein Bild für den Anfang wählen</translation></message>
<message><source>Choose a picture with --seed-frame FILE</source>
<translation>Ein Bild wählen mit --seed-frame FILE</translation></message>
<message><source>Choose a render first</source>
<translation>Zuerst einen Render wählen</translation></message>
<message><source>Choose a seed frame first</source>
<translation>Zuerst einen Startframe wählen</translation></message>
<message><source>Choose a segment that has a neighbour on that side</source>
<translation>Ein Segment wählen, das auf dieser Seite einen Nachbarn hat</translation></message>
<message><source>Choose a smaller overlap</source>
<translation>Eine kleinere Überlappung wählen</translation></message>
<message><source>Choose a smaller window</source>
<translation>Ein kleineres Fenster wählen</translation></message>
<message><source>Choose a workflow for the scene: restitch workflows PROJECT add FILE --use</source>
<translation>Für die Szene einen Workflow wählen: restitch workflows PROJECT add FILE --use</translation></message>
<message><source>Choose an input that takes {wanted}</source>
<translation>Einen Eingang wählen, der {wanted} nimmt</translation></message>
<message><source>Choose another file, or render the clip again.</source>
<translation>Eine andere Datei wählen oder den Clip noch einmal rendern.</translation></message>
<message><source>Choose another folder</source>
<translation>Einen anderen Ordner wählen</translation></message>
<message><source>Choose another folder or allow writing</source>
<translation>Einen anderen Ordner wählen oder das Schreiben erlauben</translation></message>
<message><source>Choose another folder…</source>
<translation>Anderen Ordner wählen…</translation></message>
<message><source>Choose another frame…</source>
<translation>Anderen Frame wählen…</translation></message>
<message><source>Choose another name</source>
<translation>Einen anderen Namen wählen</translation></message>
<message><source>Choose another name with --scene</source>
<translation>Einen anderen Namen mit --scene wählen</translation></message>
<message><source>Choose another place</source>
<translation>Einen anderen Platz wählen</translation></message>
<message><source>Choose another seed frame</source>
<translation>Einen anderen Startframe wählen</translation></message>
<message><source>Choose another version</source>
<translation>Eine andere Version wählen</translation></message>
<message><source>Choose another version, or regenerate</source>
<translation>Eine andere Version wählen oder neu generieren</translation></message>
<message><source>Choose another workflow for the scene first</source>
<translation>Zuerst einen anderen Workflow für die Szene wählen</translation></message>
<message><source>Choose at least one frame</source>
<translation>Mindestens einen Frame wählen</translation></message>
<message><source>Choose frames from 1 to {total}</source>
<translation>Frames von 1 bis {total} wählen</translation></message>
<message><source>Choose frames from 2 to {frame_count}</source>
<translation>Frames von 2 bis {frame_count} wählen</translation></message>
<message><source>Choose in the blind comparison first</source>
<translation>Zuerst im Blindvergleich wählen</translation></message>
<message><source>Choose it as the seed frame: current, original, or the path of a picture</source>
<translation>Ihn als Startframe wählen: current, original oder der Pfad eines Bildes</translation></message>
<message><source>Choose letters and digits</source>
<translation>Buchstaben und Ziffern wählen</translation></message>
<message><source>Choose one from 1 to {a}</source>
<translation>Einen von 1 bis {a} wählen</translation></message>
<message><source>Choose one from 1 to {count}</source>
<translation>Eines von 1 bis {count} wählen</translation></message>
<message><source>Choose one of them</source>
<translation>Eine davon wählen</translation></message>
<message><source>Choose one of them in the workflow's editor</source>
<translation>Im Editor des Workflows einen davon wählen</translation></message>
<message><source>Choose one: --workflow FILE</source>
<translation>Einen wählen: --workflow FILE</translation></message>
<message><source>Choose other clips</source>
<translation>Andere Clips wählen</translation></message>
<message><source>Choose other cut points</source>
<translation>Andere Schnittstellen wählen</translation></message>
<message><source>Choose the continuity policy first</source>
<translation>Zuerst die Richtlinie Kontinuität wählen</translation></message>
<message><source>Choose the continuity policy to set limits of single measures</source>
<translation>Für Grenzwerte einzelner Maße die Richtlinie Kontinuität wählen</translation></message>
<message><source>Choose the file it was imported from or rendered to</source>
<translation>Die Datei wählen, aus der importiert oder in die gerendert wurde</translation></message>
<message><source>Choose the folder that holds project.restitch</source>
<translation>Den Ordner wählen, der project.restitch enthält</translation></message>
<message><source>Choose the list that was made of this clip</source>
<translation>Die Liste wählen, die von diesem Clip gemacht wurde</translation></message>
<message><source>Choose the seed frame again</source>
<translation>Den Startframe noch einmal wählen</translation></message>
<message><source>Choose {a}</source>
<translation>{a} wählen</translation></message>
<message><source>Choose {continuity} or {plain}</source>
<translation>{continuity} oder {plain} wählen</translation></message>
<message><source>Choose {smallest_bridge} to {largest_bridge}</source>
<translation>{smallest_bridge} bis {largest_bridge} wählen</translation></message>
<message><source>Choose…</source>
<translation>Wählen…</translation></message>
<message><source>Choosing the scene's workflow</source>
<translation>Der Workflow der Szene wird gewählt</translation></message>
<message><source>Chosen</source>
<translation>Gewählt</translation></message>
<message><source>Chroma</source>
<translation>Buntheit</translation></message>
<message><source>Clear</source>
<translation>Leeren</translation></message>
<message><source>Clear in and out points</source>
<translation>In- und Out-Punkt löschen</translation></message>
<message><source>Clear list</source>
<translation>Liste leeren</translation></message>
<message><source>Clear the API key</source>
<translation>API-Schlüssel löschen</translation></message>
<message><source>Clearly outside of what is natural on both sides of the boundary</source>
<translation>Deutlich außerhalb dessen, was auf beiden Seiten des Übergangs natürlich ist</translation></message>
<message><source>Clip</source>
<translation>Clip</translation></message>
<message><source>Clips (*.mp4 *.mkv *.webm *.mov *.m4v *.avi *.webp *.gif *.mpg *.ts);;All files (*)</source>
<translation>Clips (*.mp4 *.mkv *.webm *.mov *.m4v *.avi *.webp *.gif *.mpg *.ts);;Alle Dateien (*)</translation></message>
<message><source>Clips (*.mp4 *.mkv *.webm *.mov *.m4v *.avi *.webp *.gif *.mpg *.ts);;Numbered pictures (*.png *.jpg *.jpeg *.tif *.tiff *.bmp);;All files (*)</source>
<translation>Clips (*.mp4 *.mkv *.webm *.mov *.m4v *.avi *.webp *.gif *.mpg *.ts);;Nummerierte Bilder (*.png *.jpg *.jpeg *.tif *.tiff *.bmp);;Alle Dateien (*)</translation></message>
<message><source>Clips and pictures (*.mp4 *.mkv *.webm *.mov *.png *.webp *.gif);;All files (*)</source>
<translation>Clips und Bilder (*.mp4 *.mkv *.webm *.mov *.png *.webp *.gif);;Alle Dateien (*)</translation></message>
<message><source>Clips are not changed. You can undo this.</source>
<translation>Clips werden nicht geändert. Das lässt sich rückgängig machen.</translation></message>
<message><source>Clips are ordered by name. You can change the order before anything is saved.</source>
<translation>Clips werden nach Namen geordnet. Die Reihenfolge lässt sich ändern, bevor etwas gespeichert wird.</translation></message>
<message><source>Clips become segments, first to last. Drag to reorder.</source>
<translation>Clips werden zu Segmenten, vom ersten bis zum letzten. Zum Umordnen ziehen.</translation></message>
<message><source>Clips in the order of the scene</source>
<translation>Clips in der Reihenfolge der Szene</translation></message>
<message><source>Close</source>
<translation>Schließen</translation></message>
<message><source>Close Restitch</source>
<translation>Restitch schließen</translation></message>
<message><source>Close it and start Restitch again.</source>
<translation>Es schließen und Restitch neu starten.</translation></message>
<message><source>Close it everywhere, then run: restitch verify "{parent}" --repair</source>
<translation>Sie überall schließen, dann ausführen: restitch verify "{parent}" --repair</translation></message>
<message><source>Close it there, or wait until its jobs are done.</source>
<translation>Dort schließen oder warten, bis die Aufträge fertig sind.</translation></message>
<message><source>Close it where it is open for writing, or check the rights on the folder</source>
<translation>Es dort schließen, wo es zum Schreiben geöffnet ist, oder die Rechte am Ordner prüfen</translation></message>
<message><source>Close project</source>
<translation>Projekt schließen</translation></message>
<message><source>Closing the project</source>
<translation>Das Projekt wird geschlossen</translation></message>
<message><source>Codecs are missing</source>
<translation>Codecs fehlen</translation></message>
<message><source>Colour drift ΔE</source>
<translation>Farbdrift ΔE</translation></message>
<message><source>Colour moves away</source>
<translation>Farbe wandert weg</translation></message>
<message><source>Colour or brightness steps</source>
<translation>Farb-/Helligkeitssprung</translation></message>
<message><source>Colour ramp</source>
<translation>Farbrampe</translation></message>
<message><source>Colours differ by ΔE {delta_e}</source>
<translation>Farben weichen um ΔE {delta_e} ab</translation></message>
<message><source>Colours drift: {change} at frame {a}.</source>
<translation>Die Farben driften: {change} bei Frame {a}.</translation></message>
<message><source>Colours stay close to where they started.</source>
<translation>Die Farben bleiben nahe am Anfang.</translation></message>
<message><source>Comes with Restitch</source>
<translation>Kommt mit Restitch</translation></message>
<message><source>ComfyUI at {place} is not answering.</source>
<translation>ComfyUI auf {place} antwortet nicht.</translation></message>
<message><source>ComfyUI connected</source>
<translation>ComfyUI verbunden</translation></message>
<message><source>ComfyUI could not be started.</source>
<translation>ComfyUI ließ sich nicht starten.</translation></message>
<message><source>ComfyUI did not answer</source>
<translation>ComfyUI hat nicht geantwortet</translation></message>
<message><source>ComfyUI did not answer in time</source>
<translation>ComfyUI hat nicht rechtzeitig geantwortet</translation></message>
<message><source>ComfyUI failed</source>
<translation>ComfyUI ist gescheitert</translation></message>
<message><source>ComfyUI fails over this prompt</source>
<translation>ComfyUI scheitert an diesem Prompt</translation></message>
<message><source>ComfyUI is in trouble</source>
<translation>ComfyUI hat Schwierigkeiten</translation></message>
<message><source>ComfyUI is starting. Jobs go on as soon as it answers.</source>
<translation>ComfyUI startet. Aufträge laufen weiter, sobald es antwortet.</translation></message>
<message><source>ComfyUI not answering</source>
<translation>ComfyUI antwortet nicht</translation></message>
<message><source>ComfyUI refused the prompt</source>
<translation>ComfyUI hat den Prompt abgelehnt</translation></message>
<message><source>ComfyUI's own window names the reason; change the workflow or its settings, or repair that node, and submit the job again</source>
<translation>Das Fenster von ComfyUI nennt den Grund; den Workflow oder seine Einstellungen ändern oder den Knoten reparieren und den Auftrag noch einmal senden</translation></message>
<message><source>Command that starts ComfyUI on this computer</source>
<translation>Befehl, der ComfyUI auf diesem Computer startet</translation></message>
<message><source>Compare</source>
<translation>Vergleichen</translation></message>
<message><source>Compared with {first}:</source>
<translation>Verglichen mit {first}:</translation></message>
<message><source>Comparing frames</source>
<translation>Frames werden verglichen</translation></message>
<message><source>Comparing versions</source>
<translation>Versionen werden verglichen</translation></message>
<message><source>Connect</source>
<translation>Verbinden</translation></message>
<message><source>Connected</source>
<translation>Verbunden</translation></message>
<message><source>Connected in {seconds} s: {facts}.</source>
<translation>Verbunden in {seconds} s: {facts}.</translation></message>
<message><source>Connected to {name} · {queue}</source>
<translation>Verbunden mit {name} · {queue}</translation></message>
<message><source>Connecting</source>
<translation>Wird verbunden</translation></message>
<message><source>Contents</source>
<translation>Inhalt</translation></message>
<message><source>Continue</source>
<translation>Fortsetzen</translation></message>
<message><source>Continue a review</source>
<translation>Eine Sichtung fortsetzen</translation></message>
<message><source>Continue the run to try again; the log has the details</source>
<translation>Den Lauf fortsetzen, um es erneut zu versuchen; Einzelheiten stehen im Protokoll</translation></message>
<message><source>Continue the run to {again}</source>
<translation>Den Lauf fortsetzen: {again}</translation></message>
<message><source>Continue the run to {keep}</source>
<translation>Den Lauf fortsetzen: {keep}</translation></message>
<message><source>Continue the run to {keep}{a}</source>
<translation>Den Lauf fortsetzen: {keep}{a}</translation></message>
<message><source>Continue the run whenever you like</source>
<translation>Den Lauf fortsetzen, wann immer es passt</translation></message>
<message><source>Continue to render it from the frame there now, or use a take and continue</source>
<translation>Fortsetzen, um aus dem jetzigen Frame zu rendern, oder einen Take verwenden und fortsetzen</translation></message>
<message><source>Continuing</source>
<translation>Wird fortgesetzt</translation></message>
<message><source>Continuity</source>
<translation>Kontinuität</translation></message>
<message><source>Continuity: against the motion on both sides</source>
<translation>Kontinuität: gemessen an der Bewegung auf beiden Seiten</translation></message>
<message><source>Contrast</source>
<translation>Kontrast</translation></message>
<message><source>Convert a copy</source>
<translation>Kopie umwandeln</translation></message>
<message><source>Convert a copy in the inspector, or regenerate.</source>
<translation>Im Inspektor eine Kopie umwandeln oder neu generieren.</translation></message>
<message><source>Convert clips of another size or rate</source>
<translation>Clips anderer Größe oder Bildrate umwandeln</translation></message>
<message><source>Convert now</source>
<translation>Jetzt umwandeln</translation></message>
<message><source>Convert the clip to another shape first</source>
<translation>Den Clip zuerst in eine andere Form bringen</translation></message>
<message><source>Convert the clip to one size first</source>
<translation>Den Clip zuerst auf eine Größe bringen</translation></message>
<message><source>Convert the clips to 8-bit YUV 4:2:0 and import them again</source>
<translation>Die Clips in 8-Bit-YUV 4:2:0 umwandeln und noch einmal importieren</translation></message>
<message><source>Converting a copy</source>
<translation>Eine Kopie wird umgewandelt</translation></message>
<message><source>Converting a workflow</source>
<translation>Ein Workflow wird umgewandelt</translation></message>
<message><source>Copied</source>
<translation>Kopiert</translation></message>
<message><source>Copied.</source>
<translation>Kopiert.</translation></message>
<message><source>Copied. Paste it into a message.</source>
<translation>Kopiert. In eine Nachricht einfügen.</translation></message>
<message><source>Copy</source>
<translation>Kopieren</translation></message>
<message><source>Copy again from server</source>
<translation>Noch einmal vom Server kopieren</translation></message>
<message><source>Copy as text</source>
<translation>Als Text kopieren</translation></message>
<message><source>Copy diagnostics</source>
<translation>Diagnose kopieren</translation></message>
<message><source>Copy frame</source>
<translation>Frame kopieren</translation></message>
<message><source>Copy list</source>
<translation>Liste kopieren</translation></message>
<message><source>Copy the key again, without anything around it</source>
<translation>Den Schlüssel noch einmal kopieren, ohne etwas darum herum</translation></message>
<message><source>Copy the token now: it is not shown again.</source>
<translation>Das Token jetzt kopieren: es wird nicht noch einmal gezeigt.</translation></message>
<message><source>Copy them into the project</source>
<translation>In das Projekt kopieren</translation></message>
<message><source>Copying needs ComfyUI, which is not answering</source>
<translation>Kopieren braucht ComfyUI, das nicht antwortet</translation></message>
<message><source>Copying the clip again</source>
<translation>Der Clip wird noch einmal kopiert</translation></message>
<message><source>Copying the frame</source>
<translation>Der Frame wird kopiert</translation></message>
<message><source>Copying {filename}</source>
<translation>{filename} wird kopiert</translation></message>
<message><source>Copying {name}</source>
<translation>{name} wird kopiert</translation></message>
<message><source>Correct the inputs of {name}</source>
<translation>Eingänge von {name} berichtigen</translation></message>
<message><source>Count</source>
<translation>Zählen</translation></message>
<message><source>Count how many of its frames can be decoded</source>
<translation>Zählen, wie viele Frames sich dekodieren lassen</translation></message>
<message><source>Counting boundaries</source>
<translation>Übergänge werden gezählt</translation></message>
<message><source>Counting readable frames</source>
<translation>Lesbare Frames werden gezählt</translation></message>
<message><source>Counts as black up to</source>
<translation>Gilt als schwarz bis</translation></message>
<message><source>Crop or scale the picture first</source>
<translation>Das Bild zuerst beschneiden oder skalieren</translation></message>
<message><source>Cross-fade</source>
<translation>Überblendung</translation></message>
<message><source>Current</source>
<translation>Aktuell</translation></message>
<message><source>Cut</source>
<translation>Schnitt</translation></message>
<message><source>Cut at</source>
<translation>Schnitte</translation></message>
<message><source>Cut here</source>
<translation>Hier schneiden</translation></message>
<message><source>Cut points</source>
<translation>Schnittpunkte</translation></message>
<message><source>Cut {number}: frame {frame} is the first after it</source>
<translation>Schnitt {number}: Frame {frame} ist der erste danach</translation></message>
<message><source>Cuts are never smoothed</source>
<translation>Schnitte werden nie geglättet</translation></message>
<message><source>Cuts cannot be looked for in {name}</source>
<translation>In {name} lassen sich keine Schnitte suchen</translation></message>
<message><source>Cuts of the clip</source>
<translation>Schnitte des Clips</translation></message>
<message><source>Cuts of {name}</source>
<translation>Schnitte von {name}</translation></message>
<message><source>Damaged</source>
<translation>Beschädigt</translation></message>
<message><source>Dark</source>
<translation>Dunkel</translation></message>
<message><source>Darker</source>
<translation>Dunkler</translation></message>
<message><source>Decided</source>
<translation>Entschieden</translation></message>
<message><source>Decided when it runs</source>
<translation>Entscheidet sich beim Ausführen</translation></message>
<message><source>Decided, {count}</source>
<translation>Entschieden, {count}</translation></message>
<message><source>Decisions</source>
<translation>Entscheidungen</translation></message>
<message><source>Declare a cut</source>
<translation>Als Schnitt erklären</translation></message>
<message><source>Declare a cut at</source>
<translation>Zum Schnitt erklären:</translation></message>
<message><source>Declare a cut, or take it back</source>
<translation>Als Schnitt erklären oder zurücknehmen</translation></message>
<message><source>Declare it a cut if it is meant to be one, or regenerate segment {right}.</source>
<translation>Zum Schnitt erklären, wenn es einer sein soll, oder Segment {right} neu generieren.</translation></message>
<message><source>Declared a cut</source>
<translation>Zum Schnitt erklärt</translation></message>
<message><source>Declaring {name} a cut</source>
<translation>{name} wird zum Schnitt erklärt</translation></message>
<message><source>Delete</source>
<translation>Löschen</translation></message>
<message><source>Denoise</source>
<translation>Denoise</translation></message>
<message><source>Details</source>
<translation>Details</translation></message>
<message><source>Diagnostics copied, without keys and names of folders</source>
<translation>Diagnose kopiert, ohne Schlüssel und Ordnernamen</translation></message>
<message><source>Difference</source>
<translation>Differenz</translation></message>
<message><source>Difference has a gain, other modes do not</source>
<translation>Nur die Differenz hat eine Verstärkung</translation></message>
<message><source>Difference times {gain}</source>
<translation>Differenz mal {gain}</translation></message>
<message><source>Different sizes or frame rates are pointed out before anything is copied</source>
<translation>Auf verschiedene Größen oder Bildraten wird hingewiesen, bevor etwas kopiert wird</translation></message>
<message><source>Differs in size or rate</source>
<translation>Größe oder Rate abweichend</translation></message>
<message><source>Dismiss</source>
<translation>Ausblenden</translation></message>
<message><source>Dismiss this message</source>
<translation>Diese Meldung ausblenden</translation></message>
<message><source>Dismiss {job}</source>
<translation>{job} ausblenden</translation></message>
<message><source>Dissolve</source>
<translation>Überblendung</translation></message>
<message><source>Done</source>
<translation>Fertig</translation></message>
<message><source>Done again</source>
<translation>Wiederhergestellt</translation></message>
<message><source>Done, to segment {stop_index}</source>
<translation>Fertig, bis Segment {stop_index}</translation></message>
<message><source>Double-click to inspect and smooth it.</source>
<translation>Doppelklick: untersuchen und glätten.</translation></message>
<message><source>Doubles contours</source>
<translation>Verdoppelt Konturen</translation></message>
<message><source>Down</source>
<translation>Nach unten</translation></message>
<message><source>Downloading</source>
<translation>Wird heruntergeladen</translation></message>
<message><source>Downloading the last frame</source>
<translation>Der letzte Frame wird heruntergeladen</translation></message>
<message><source>Drag to wipe</source>
<translation>Zum Wischen ziehen</translation></message>
<message><source>Draw on this frame</source>
<translation>Auf diesem Frame zeichnen</translation></message>
<message><source>Drawing</source>
<translation>Zeichnung</translation></message>
<message><source>Drawing on the frame</source>
<translation>Zeichnung auf dem Frame</translation></message>
<message><source>Drawing the demo scene</source>
<translation>Die Demoszene wird gezeichnet</translation></message>
<message><source>Drawings on frames</source>
<translation>Zeichnungen auf Frames</translation></message>
<message><source>Drift</source>
<translation>Drift</translation></message>
<message><source>Drift meter: not measured yet</source>
<translation>Driftanzeige: noch nicht gemessen</translation></message>
<message><source>Drift meter: {told}</source>
<translation>Driftanzeige: {told}</translation></message>
<message><source>Drop clips, a long video or a project folder here</source>
<translation>Clips, ein langes Video oder einen Projektordner hier ablegen</translation></message>
<message><source>Drop the repeated frame</source>
<translation>Den wiederholten Frame weglassen</translation></message>
<message><source>Each can be undone.</source>
<translation>Jede lässt sich rückgängig machen.</translation></message>
<message><source>Each clip brings its own. Drop a file here for clips without one.</source>
<translation>Jeder Clip bringt seinen eigenen mit. Für Clips ohne Workflow eine Datei hier ablegen.</translation></message>
<message><source>Each from the new last frame before it.</source>
<translation>Jedes aus dem neuen letzten Frame davor.</translation></message>
<message><source>Each take becomes a version to compare</source>
<translation>Jeder Take wird eine Version zum Vergleichen</translation></message>
<message><source>Each tile is a segment, with its first and last frame. A dashed edge says stale: the frame it was made from has been replaced. Work starts at the hatched one.</source>
<translation>Jede Kachel ist ein Segment mit erstem und letztem Frame. Ein gestrichelter Rand heißt veraltet: der Frame, aus dem es entstand, wurde ersetzt. Die Arbeit beginnt beim schraffierten.</translation></message>
<message><source>Earlier</source>
<translation>Früher</translation></message>
<message><source>Earlier frame</source>
<translation>Früherer Frame</translation></message>
<message><source>Edit</source>
<translation>Bearbeiten</translation></message>
<message><source>Edit list, CMX 3600 (.edl)</source>
<translation>Schnittliste, CMX 3600 (.edl)</translation></message>
<message><source>Edit note</source>
<translation>Notiz bearbeiten</translation></message>
<message><source>Edit the note at</source>
<translation>Notiz bearbeiten bei</translation></message>
<message><source>Edit, resolve or remove</source>
<translation>Bearbeiten, erledigen oder entfernen</translation></message>
<message><source>Editing a note</source>
<translation>Eine Notiz wird bearbeitet</translation></message>
<message><source>Empty</source>
<translation>Leer</translation></message>
<message><source>End</source>
<translation>Beenden</translation></message>
<message><source>End frame</source>
<translation>Endframe</translation></message>
<message><source>End it; what was made stays</source>
<translation>Beenden; was gemacht wurde, bleibt</translation></message>
<message><source>End of the scene</source>
<translation>Ende der Szene</translation></message>
<message><source>End {name}</source>
<translation>{name} beenden</translation></message>
<message><source>Ended by hand at {at}</source>
<translation>Von Hand beendet bei {at}</translation></message>
<message><source>Ending</source>
<translation>Wird beendet</translation></message>
<message><source>Ending all work</source>
<translation>Alle Arbeiten werden beendet</translation></message>
<message><source>Ending playback</source>
<translation>Die Wiedergabe wird beendet</translation></message>
<message><source>Ending the HTTP API</source>
<translation>Die HTTP-API wird beendet</translation></message>
<message><source>Enlarge</source>
<translation>Vergrößern</translation></message>
<message><source>Enter keeps it, Esc cancels</source>
<translation>Eingabe behält, Esc bricht ab</translation></message>
<message><source>Esc</source>
<translation>Esc</translation></message>
<message><source>Estimate from the last {count} run on {server}.</source>
<translation>Schätzung aus dem letzten Lauf ({count}) auf {server}.</translation></message>
<message><source>Estimate from the last {count} runs on {server}.</source>
<translation>Schätzung nach den letzten {count} Läufen auf {server}.</translation></message>
<message><source>Estimating</source>
<translation>Dauer wird geschätzt</translation></message>
<message><source>Estimating the export</source>
<translation>Der Export wird geschätzt</translation></message>
<message><source>Estimating…</source>
<translation>Wird geschätzt…</translation></message>
<message><source>Every result is kept as a version either way.</source>
<translation>Jedes Ergebnis bleibt so oder so als Version erhalten.</translation></message>
<message><source>Every version is kept. {versions} and {last} stay available for A/B.</source>
<translation>Jede Version bleibt erhalten. {versions} und {last} stehen weiter für A/B bereit.</translation></message>
<message><source>Every version is kept. {version} stays available for A/B.</source>
<translation>Jede Version bleibt erhalten. {version} steht weiter für A/B bereit.</translation></message>
<message><source>Everything</source>
<translation>Alles</translation></message>
<message><source>Expected</source>
<translation>Erwartet</translation></message>
<message><source>Export</source>
<translation>Exportieren</translation></message>
<message><source>Export it again</source>
<translation>Noch einmal exportieren</translation></message>
<message><source>Export it again as .otio</source>
<translation>Noch einmal als .otio exportieren</translation></message>
<message><source>Export it in ComfyUI with "Save (API format)" and choose that file</source>
<translation>In ComfyUI mit „Save (API format)“ exportieren und diese Datei wählen</translation></message>
<message><source>Export the scene</source>
<translation>Szene exportieren</translation></message>
<message><source>Exporting the scene</source>
<translation>Die Szene wird exportiert</translation></message>
<message><source>Export…</source>
<translation>Exportieren…</translation></message>
<message><source>Extend the scene</source>
<translation>Szene verlängern</translation></message>
<message><source>Extend the scene…</source>
<translation>Szene verlängern…</translation></message>
<message><source>Extending the scene</source>
<translation>Die Szene wird verlängert</translation></message>
<message><source>FCM: NON-DROP FRAME</source>
<translation>FCM: NON-DROP FRAME</translation></message>
<message><source>FFV1, lossless: every frame encoded</source>
<translation>FFV1, verlustfrei: jeder Frame wird kodiert</translation></message>
<message><source>FFmpeg says: {reason}</source>
<translation>FFmpeg sagt: {reason}</translation></message>
<message><source>Facts to copy</source>
<translation>Angaben zum Kopieren</translation></message>
<message><source>Failed</source>
<translation>Fehlgeschlagen</translation></message>
<message><source>Failed checks</source>
<translation>Prüffehler</translation></message>
<message><source>Failed {when}</source>
<translation>Fehlgeschlagen {when}</translation></message>
<message><source>Fails from</source>
<translation>Fehler ab</translation></message>
<message><source>Fetched again from the server that made it</source>
<translation>Noch einmal vom Server geholt, der sie gemacht hat</translation></message>
<message><source>Fewer frames</source>
<translation>Weniger Frames</translation></message>
<message><source>File</source>
<translation>Datei</translation></message>
<message><source>File is damaged</source>
<translation>Datei ist beschädigt</translation></message>
<message><source>File is missing</source>
<translation>Datei fehlt</translation></message>
<message><source>File name</source>
<translation>Dateiname</translation></message>
<message><source>File removed {when}</source>
<translation>Datei entfernt {when}</translation></message>
<message><source>File to write</source>
<translation>Zieldatei</translation></message>
<message><source>Files</source>
<translation>Dateien</translation></message>
<message><source>Files of the clips</source>
<translation>Dateien der Clips</translation></message>
<message><source>Files of the program are missing</source>
<translation>Dateien des Programms fehlen</translation></message>
<message><source>Film: what nothing touched is copied</source>
<translation>Film: was unberührt ist, wird kopiert</translation></message>
<message><source>Filter by node, field or value</source>
<translation>Nach Node, Feld oder Wert filtern</translation></message>
<message><source>Filter the fields</source>
<translation>Felder filtern</translation></message>
<message><source>Find cuts</source>
<translation>Schnitte finden</translation></message>
<message><source>Fine content differs</source>
<translation>Feine Details weichen ab</translation></message>
<message><source>Fine detail {sharpness} % on the right side</source>
<translation>Feine Details {sharpness} % auf der rechten Seite</translation></message>
<message><source>First and last frame</source>
<translation>Erster und letzter Frame</translation></message>
<message><source>First frame</source>
<translation>Erster Frame</translation></message>
<message><source>First frame after the cut</source>
<translation>Erster Frame nach dem Schnitt</translation></message>
<message><source>First frame after the cut: {frame}</source>
<translation>Erster Frame nach dem Schnitt: {frame}</translation></message>
<message><source>First frame is like the seed frame</source>
<translation>Erster Frame wie Startframe</translation></message>
<message><source>First frame of the next segment</source>
<translation>Erster Frame des nächsten Segments</translation></message>
<message><source>First frames (82, 163) or timecodes (00:00:05:01)</source>
<translation>Erste Frames (82, 163) oder Timecodes (00:00:05:01)</translation></message>
<message><source>First seed</source>
<translation>Erster Seed</translation></message>
<message><source>Fit</source>
<translation>Einpassen</translation></message>
<message><source>Fit picture</source>
<translation>Bild einpassen</translation></message>
<message><source>Fit timeline</source>
<translation>Zeitleiste einpassen</translation></message>
<message><source>Fix</source>
<translation>Korrektur</translation></message>
<message><source>Fix one segment. Keep the rest.</source>
<translation>Ein Segment reparieren. Den Rest behalten.</translation></message>
<message><source>Flatter</source>
<translation>Flauer</translation></message>
<message><source>Flicker</source>
<translation>Flimmern</translation></message>
<message><source>Flip A and B</source>
<translation>Zwischen A und B wechseln</translation></message>
<message><source>Flow morph</source>
<translation>Fluss-Morph</translation></message>
<message><source>Folder</source>
<translation>Ordner</translation></message>
<message><source>Folder of the project</source>
<translation>Ordner des Projekts</translation></message>
<message><source>Follows {a}</source>
<translation>Folgt {a}</translation></message>
<message><source>For clips without one</source>
<translation>Für Clips ohne Workflow</translation></message>
<message><source>For editors and readers, beside the film</source>
<translation>Für Schnittprogramme und zum Lesen, neben dem Film</translation></message>
<message><source>For one type of boundary put {a} and a dot before it</source>
<translation>Für eine Art von Übergang {a} und einen Punkt davor setzen</translation></message>
<message><source>Form</source>
<translation>Form</translation></message>
<message><source>Format</source>
<translation>Format</translation></message>
<message><source>Found</source>
<translation>Gefunden</translation></message>
<message><source>Found by its content as {name}: moved back</source>
<translation>Am Inhalt erkannt als {name}: zurückgelegt</translation></message>
<message><source>Found by measuring</source>
<translation>Gemessen</translation></message>
<message><source>Frame</source>
<translation>Frame</translation></message>
<message><source>Frame 1 of v{number} stays; frame 2 is the seed frame.</source>
<translation>Frame 1 von v{number} bleibt; Frame 2 ist der Startframe.</translation></message>
<message><source>Frame cache {share} %</source>
<translation>Frame-Cache {share} %</translation></message>
<message><source>Frame rate</source>
<translation>Bildrate</translation></message>
<message><source>Frame strip</source>
<translation>Framestreifen</translation></message>
<message><source>Frame {a}</source>
<translation>Frame {a}</translation></message>
<message><source>Frame {a} is shown at {b} s, not at its time.</source>
<translation>Frame {a} wird bei {b} s gezeigt, nicht zu seiner Zeit.</translation></message>
<message><source>Frame {a} is {width}×{height}, the ones before are {width_2}×{height_2}</source>
<translation>Frame {a} ist {width}×{height}, die davor {width_2}×{height_2}</translation></message>
<message><source>Frame {a} of the segment itself, and {seed_frame}</source>
<translation>Frame {a} des Segments selbst und {seed_frame}</translation></message>
<message><source>Frame {a} of {frame_count}</source>
<translation>Frame {a} von {frame_count}</translation></message>
<message><source>Frame {a} of {name} cannot be decoded</source>
<translation>Frame {a} von {name} lässt sich nicht dekodieren</translation></message>
<message><source>Frame {a}{b}</source>
<translation>Frame {a}{b}</translation></message>
<message><source>Frame {frame} of segment {number} v{version} itself, since those before it are kept</source>
<translation>Frame {frame} von Segment {number} v{version} selbst, denn die davor bleiben</translation></message>
<message><source>Frame {frame} was encoded to {psnr_db} dB only.</source>
<translation>Frame {frame} wurde nur mit {psnr_db} dB kodiert.</translation></message>
<message><source>Frame {number}</source>
<translation>Frame {number}</translation></message>
<message><source>Frame {number} missing</source>
<translation>Frame {number} fehlt</translation></message>
<message><source>Frame {number} of {count}</source>
<translation>Frame {number} von {count}</translation></message>
<message><source>Frames</source>
<translation>Frames</translation></message>
<message><source>Frames 1–{frame} of v{number} stay; frame {seed} is the seed frame.</source>
<translation>Frames 1–{frame} von v{number} bleiben; Frame {seed} ist der Startframe.</translation></message>
<message><source>Frames a second of numbered pictures</source>
<translation>Bilder pro Sekunde bei nummerierten Bildern</translation></message>
<message><source>Frames at the end of each clip that the next one repeats, and which are left out</source>
<translation>Frames am Ende jedes Clips, die der nächste wiederholt und die ausgelassen werden</translation></message>
<message><source>Frames not counted yet, {size}</source>
<translation>Frames noch nicht gezählt, {size}</translation></message>
<message><source>Frames that clips overlap by</source>
<translation>Frames, um die sich Clips überlappen</translation></message>
<message><source>Frames that repeat the one before</source>
<translation>Wiederholte Frames</translation></message>
<message><source>Frames that were decoded stay in memory up to this limit. More of it makes going back and reverse playing smoother.</source>
<translation>Dekodierte Frames bleiben bis zu dieser Grenze im Speicher. Mehr davon macht Zurückgehen und Rückwärtsabspielen flüssiger.</translation></message>
<message><source>Frames {a} to {stop} around {place}</source>
<translation>Frames {a} bis {stop} um {place}</translation></message>
<message><source>Frames {a} → {b}</source>
<translation>Frames {a} → {b}</translation></message>
<message><source>Frames {a} → {b}{told}</source>
<translation>Frames {a} → {b}{told}</translation></message>
<message><source>Frames {first}–{last}</source>
<translation>Frames {first}–{last}</translation></message>
<message><source>Frames {number}–{stop} · {seconds} s</source>
<translation>Frames {number}–{stop} · {seconds} s</translation></message>
<message><source>Frames, rate and size are as expected.</source>
<translation>Frames, Rate und Größe sind wie erwartet.</translation></message>
<message><source>Free some space</source>
<translation>Platz schaffen</translation></message>
<message><source>Free some space and try again</source>
<translation>Platz schaffen und erneut versuchen</translation></message>
<message><source>From a clip or picture…</source>
<translation>Aus einem Clip oder Bild…</translation></message>
<message><source>From a file…</source>
<translation>Aus einer Datei…</translation></message>
<message><source>From a list…</source>
<translation>Aus einer Liste…</translation></message>
<message><source>From a server's history…</source>
<translation>Aus dem Verlauf eines Servers…</translation></message>
<message><source>From frame</source>
<translation>Ab Frame</translation></message>
<message><source>From {name}</source>
<translation>Von {name}</translation></message>
<message><source>Full screen</source>
<translation>Vollbild</translation></message>
<message><source>Fusion</source>
<translation>Fusion</translation></message>
<message><source>GPU time</source>
<translation>GPU-Zeit</translation></message>
<message><source>GPU time saved</source>
<translation>Gesparte GPU-Zeit</translation></message>
<message><source>GPU time used</source>
<translation>Verbrauchte GPU-Zeit</translation></message>
<message><source>GPU time vs whole scene</source>
<translation>GPU-Zeit gegenüber der ganzen Szene</translation></message>
<message><source>GPU time: {used}</source>
<translation>GPU-Zeit: {used}</translation></message>
<message><source>Gathering diagnostics</source>
<translation>Diagnose wird zusammengestellt</translation></message>
<message><source>General</source>
<translation>Allgemein</translation></message>
<message><source>Generate the segment</source>
<translation>Das Segment generieren</translation></message>
<message><source>Generate {count} segment</source>
<translation>{count} Segment generieren</translation></message>
<message><source>Generate {count} segments</source>
<translation>{count} Segmente generieren</translation></message>
<message><source>Generate {segments}</source>
<translation>{segments} generieren</translation></message>
<message><source>Generation of segment {first}</source>
<translation>Generieren von Segment {first}</translation></message>
<message><source>Generation of segments {first}–{last}</source>
<translation>Generieren der Segmente {first}–{last}</translation></message>
<message><source>Give a PEM file, which begins with -----BEGIN CERTIFICATE-----</source>
<translation>Eine PEM-Datei angeben, die mit -----BEGIN CERTIFICATE----- beginnt</translation></message>
<message><source>Give a plain name, as "film.mp4"</source>
<translation>Einen einfachen Namen angeben, wie „film.mp4“</translation></message>
<message><source>Give a seed, or open the lock</source>
<translation>Einen Seed angeben oder das Schloss öffnen</translation></message>
<message><source>Give a whole number of MiB from {least_cache_mb} to {most_cache_mb}. It is not kept.</source>
<translation>Eine ganze Zahl MiB von {least_cache_mb} bis {most_cache_mb} angeben. Sie wird nicht übernommen.</translation></message>
<message><source>Give an address first</source>
<translation>Zuerst eine Adresse angeben</translation></message>
<message><source>Give each of them a value of its own</source>
<translation>Jedem einen eigenen Wert geben</translation></message>
<message><source>Give frames (82,163), timecodes (00:00:05:01) or a file</source>
<translation>Frames (82,163), Timecodes (00:00:05:01) oder eine Datei angeben</translation></message>
<message><source>Give frames or timecodes, as in 82,163</source>
<translation>Frames oder Timecodes angeben, wie 82,163</translation></message>
<message><source>Give it one</source>
<translation>Ihm einen geben</translation></message>
<message><source>Give one for each</source>
<translation>Für jeden einen angeben</translation></message>
<message><source>Give other numbers</source>
<translation>Andere Zahlen angeben</translation></message>
<message><source>Give the certificate of the server or of its authority as a file under Settings ▸ Servers, or with: restitch servers add URL --ca FILE</source>
<translation>Das Zertifikat des Servers oder seiner Stelle als Datei angeben: Einstellungen ▸ Server, oder mit: restitch servers add URL --ca FILE</translation></message>
<message><source>Give the cut points yourself</source>
<translation>Die Schnittstellen selbst angeben</translation></message>
<message><source>Give the first frames of its segments</source>
<translation>Die ersten Frames seiner Segmente angeben</translation></message>
<message><source>Give the key again for this run, or set {variable_of}</source>
<translation>Den Schlüssel für diesen Lauf noch einmal angeben oder {variable_of} setzen</translation></message>
<message><source>Give the scene a name</source>
<translation>Der Szene einen Namen geben</translation></message>
<message><source>Give the whole path</source>
<translation>Den ganzen Pfad angeben</translation></message>
<message><source>Giving memory back</source>
<translation>Speicher wird zurückgegeben</translation></message>
<message><source>Go back to the backup</source>
<translation>Zurück zur Sicherung</translation></message>
<message><source>Go on</source>
<translation>Weiter</translation></message>
<message><source>Go on all the same</source>
<translation>Trotzdem weitermachen</translation></message>
<message><source>Go to</source>
<translation>Gehe zu</translation></message>
<message><source>Go to a frame or timecode</source>
<translation>Zu einem Frame oder Timecode gehen</translation></message>
<message><source>Go to frame or timecode</source>
<translation>Zu Frame oder Timecode gehen</translation></message>
<message><source>Go to frame or timecode…</source>
<translation>Zu Frame oder Timecode…</translation></message>
<message><source>Go to frame {number} of the segment</source>
<translation>Zu Frame {number} des Segments gehen</translation></message>
<message><source>Go to in point</source>
<translation>Zum In-Punkt</translation></message>
<message><source>Go to out point</source>
<translation>Zum Out-Punkt</translation></message>
<message><source>Go to the next of {a}</source>
<translation>Zum nächsten von {a}</translation></message>
<message><source>Go to the next of {count} in the timeline: {a}</source>
<translation>Zum nächsten von {count} in der Zeitleiste: {a}</translation></message>
<message><source>Go to this frame. {history}</source>
<translation>Zu diesem Frame gehen. {history}</translation></message>
<message><source>Going back to the backup</source>
<translation>Zurück zur Sicherung</translation></message>
<message><source>Greener</source>
<translation>Grüner</translation></message>
<message><source>Green–red</source>
<translation>Grün–Rot</translation></message>
<message><source>Guide</source>
<translation>Anleitung</translation></message>
<message><source>HTTP API</source>
<translation>HTTP-API</translation></message>
<message><source>Half-written: removed</source>
<translation>Halb geschrieben: entfernt</translation></message>
<message><source>Hand over decisions</source>
<translation>Entscheidungen übergeben</translation></message>
<message><source>Hand over decisions…</source>
<translation>Entscheidungen übergeben…</translation></message>
<message><source>Handing over decisions</source>
<translation>Entscheidungen werden übergeben</translation></message>
<message><source>Hard-link them: no space, the same file</source>
<translation>Hart verlinken: kein Platzbedarf, dieselbe Datei</translation></message>
<message><source>Hardly moves below</source>
<translation>Bewegt sich kaum unter</translation></message>
<message><source>Heard at 1× and forwards, where clips have sound.</source>
<translation>Hörbar bei 1× und vorwärts, wo Clips Ton haben.</translation></message>
<message><source>Height</source>
<translation>Höhe</translation></message>
<message><source>Height of the scene in pixels</source>
<translation>Höhe der Szene in Pixeln</translation></message>
<message><source>Help</source>
<translation>Hilfe</translation></message>
<message><source>High contrast</source>
<translation>Hoher Kontrast</translation></message>
<message><source>High contrast takes the system's colours where they are made for it. Verdicts keep their shapes in every theme.</source>
<translation>Hoher Kontrast nimmt die Farben des Systems, wo sie dafür gemacht sind. Urteile behalten in jedem Farbschema ihre Formen.</translation></message>
<message><source>Histogram</source>
<translation>Histogramm</translation></message>
<message><source>Histogram and waveform</source>
<translation>Histogramm und Wellenform</translation></message>
<message><source>How boundaries are judged</source>
<translation>Wie Übergänge beurteilt werden</translation></message>
<message><source>How far the loop reaches</source>
<translation>Wie weit die Schleife reicht</translation></message>
<message><source>How many frames a loop plays on each side of a boundary.</source>
<translation>Wie viele Frames eine Schleife auf jeder Seite eines Übergangs abspielt.</translation></message>
<message><source>How many frames are made anew on each side of the boundary</source>
<translation>Wie viele Frames auf jeder Seite des Übergangs neu gemacht werden</translation></message>
<message><source>How much of the memory for decoded frames is in use</source>
<translation>Wie viel des Speichers für dekodierte Frames belegt ist</translation></message>
<message><source>I see a visible jump</source>
<translation>Ich sehe einen sichtbaren Sprung</translation></message>
<message><source>I see it as borderline</source>
<translation>Ich sehe ihn als grenzwertig</translation></message>
<message><source>I see it as smooth</source>
<translation>Ich sehe ihn als glatt</translation></message>
<message><source>If they are meant to be, set RESTITCH_MOST_MEGAPIXELS higher and start again.</source>
<translation>Wenn sie so sein sollen, RESTITCH_MOST_MEGAPIXELS höher setzen und neu starten.</translation></message>
<message><source>Image to video</source>
<translation>Bild zu Video</translation></message>
<message><source>Import clips first</source>
<translation>Zuerst Clips importieren</translation></message>
<message><source>Import it again</source>
<translation>Noch einmal importieren</translation></message>
<message><source>Importing {name} ({number} of {a})</source>
<translation>{name} wird importiert ({number} von {a})</translation></message>
<message><source>In this timecode {noun} go from 00 to {a}.</source>
<translation>In diesem Timecode gehen {noun} von 00 bis {a}.</translation></message>
<message><source>In which order</source>
<translation>In welcher Reihenfolge</translation></message>
<message><source>In-between frames</source>
<translation>Zwischenbilder</translation></message>
<message><source>Inputs…</source>
<translation>Eingänge…</translation></message>
<message><source>Insert</source>
<translation>Einfügen</translation></message>
<message><source>Insert another clip first</source>
<translation>Zuerst einen anderen Clip einfügen</translation></message>
<message><source>Insert clips</source>
<translation>Clips einfügen</translation></message>
<message><source>Insert clips at {}</source>
<translation>Clips einfügen bei {}</translation></message>
<message><source>Insert clips before segment {number}</source>
<translation>Clips vor Segment {number} einfügen</translation></message>
<message><source>Insert clips before…</source>
<translation>Clips davor einfügen…</translation></message>
<message><source>Inserting clips</source>
<translation>Clips werden eingefügt</translation></message>
<message><source>Inspect</source>
<translation>Untersuchen</translation></message>
<message><source>Inspect and smooth boundary</source>
<translation>Übergang untersuchen und glätten</translation></message>
<message><source>Inspect boundary</source>
<translation>Übergang untersuchen</translation></message>
<message><source>Inspect boundary {boundary}</source>
<translation>Übergang {boundary} ansehen</translation></message>
<message><source>Install it on the server, choose another server, or change the workflow</source>
<translation>Ihn auf dem Server installieren, einen anderen Server wählen oder den Workflow ändern</translation></message>
<message><source>Install what is missing on the server, use a server that has it, or export the workflow in ComfyUI with "Save (API format)"</source>
<translation>Fehlendes auf dem Server installieren, einen Server verwenden, der es hat, oder den Workflow in ComfyUI mit „Save (API format)“ exportieren</translation></message>
<message><source>Install what is missing, add another server or change the workflow; a server that is chosen by name is tried all the same</source>
<translation>Fehlendes installieren, einen anderen Server hinzufügen oder den Workflow ändern; ein namentlich gewählter Server wird trotzdem versucht</translation></message>
<message><source>It can run this as it is</source>
<translation>Er kann dies unverändert ausführen</translation></message>
<message><source>It cannot be used now.</source>
<translation>Er ist jetzt nicht nutzbar.</translation></message>
<message><source>It could not be saved: {reason}</source>
<translation>Er konnte nicht gesichert werden: {reason}</translation></message>
<message><source>It ends earlier where a new last frame is the same picture as the old one. All versions that play now are kept.</source>
<translation>Es endet früher, wo ein neuer letzter Frame dasselbe Bild ist wie der alte. Alle Versionen, die jetzt spielen, bleiben.</translation></message>
<message><source>It ends where segment {after} begins</source>
<translation>Es endet, wo Segment {after} beginnt</translation></message>
<message><source>It follows from the window</source>
<translation>Folgt aus dem Fenster</translation></message>
<message><source>It had come to {a}</source>
<translation>Er war bis {a} gekommen</translation></message>
<message><source>It has not been checked yet</source>
<translation>Noch nicht geprüft</translation></message>
<message><source>It has not been measured yet.</source>
<translation>Er ist noch nicht gemessen.</translation></message>
<message><source>It has one frame only: there is nothing to keep.</source>
<translation>Es hat nur einen Frame: es gibt nichts zu behalten.</translation></message>
<message><source>It has the scene's size and rate, or no frame of it can be read</source>
<translation>Sie hat Größe und Rate der Szene, oder kein Frame ist lesbar</translation></message>
<message><source>It has {a}</source>
<translation>Er hat {a}</translation></message>
<message><source>It has {a} characters</source>
<translation>Er hat {a} Zeichen</translation></message>
<message><source>It has {a} pieces, a list at most {most_events}</source>
<translation>Sie hat {a} Stücke, eine Liste höchstens {most_events}</translation></message>
<message><source>It has {a}, and any input as NODE.input</source>
<translation>Er hat {a} und jeden Eingang als NODE.input</translation></message>
<message><source>It has {count} frames; the segment in the scene goes on.</source>
<translation>Sie hat {count} Frames; das Segment in der Szene geht weiter.</translation></message>
<message><source>It has {frame_count} frames</source>
<translation>Er hat {frame_count} Frames</translation></message>
<message><source>It has {known}</source>
<translation>Es hat {known}</translation></message>
<message><source>It has {total}</source>
<translation>Er hat {total}</translation></message>
<message><source>It has {total} frames</source>
<translation>Es hat {total} Frames</translation></message>
<message><source>It has {total} frames, and keeps those before</source>
<translation>Es hat {total} Frames und behält die davor</translation></message>
<message><source>It holds spaces, line ends or signs that no header can carry</source>
<translation>Er enthält Leerzeichen, Zeilenenden oder Zeichen, die kein Header tragen kann</translation></message>
<message><source>It is a cut</source>
<translation>Es ist ein Schnitt</translation></message>
<message><source>It is a cut, which is not judged</source>
<translation>Es ist ein Schnitt und wird nicht beurteilt</translation></message>
<message><source>It is accepted as is already</source>
<translation>Ist bereits so angenommen</translation></message>
<message><source>It is applied already</source>
<translation>Ist schon angewendet</translation></message>
<message><source>It is approved already</source>
<translation>Es ist schon freigegeben</translation></message>
<message><source>It is converted to</source>
<translation>Es wird umgewandelt in</translation></message>
<message><source>It is declared a cut, and cuts are never smoothed.</source>
<translation>Er ist zum Schnitt erklärt, und Schnitte werden nie geglättet.</translation></message>
<message><source>It is empty, or holds blanks or signs that are not ASCII</source>
<translation>Es ist leer oder enthält Leerzeichen oder Zeichen außerhalb von ASCII</translation></message>
<message><source>It is kept as a failed candidate with the reason</source>
<translation>Es bleibt als fehlgeschlagener Kandidat mit dem Grund</translation></message>
<message><source>It is neither accepted nor a cut</source>
<translation>Er ist weder angenommen noch ein Schnitt</translation></message>
<message><source>It is not clear which input is the end frame of this workflow</source>
<translation>Es ist nicht klar, welcher Eingang der Endframe dieses Workflows ist</translation></message>
<message><source>It is not judged</source>
<translation>Er ist nicht beurteilt</translation></message>
<message><source>It is not kept.</source>
<translation>Es wird nicht übernommen.</translation></message>
<message><source>It is not there</source>
<translation>Sie ist nicht da</translation></message>
<message><source>It is still called "{name}"</source>
<translation>Sie heißt noch „{name}“</translation></message>
<message><source>It is the workflow of {a}</source>
<translation>Er ist der Workflow von {a}</translation></message>
<message><source>It is {state}</source>
<translation>Er ist {state}</translation></message>
<message><source>It is {value}</source>
<translation>Es ist {value}</translation></message>
<message><source>It is {width}×{height} at {a} fps, {told} {width_2}×{height_2} at {b} fps. Convert it and import it again.</source>
<translation>Er ist {width}×{height} bei {a} fps, {told} {width_2}×{height_2} bei {b} fps. Umwandeln und noch einmal importieren.</translation></message>
<message><source>It knows its segments by their places</source>
<translation>Er kennt seine Segmente nach ihren Plätzen</translation></message>
<message><source>It made v{number} of segment {segment}, whose file is no longer there: {file}</source>
<translation>Er hat v{number} von Segment {segment} gemacht, dessen Datei nicht mehr da ist: {file}</translation></message>
<message><source>It made v{number} of segment {segment}, whose file was purged</source>
<translation>Er hat v{number} von Segment {segment} gemacht, dessen Datei entfernt wurde</translation></message>
<message><source>It may have been moved or deleted; put it back, or choose another file.</source>
<translation>Sie wurde wohl verschoben oder gelöscht; zurücklegen oder eine andere Datei wählen.</translation></message>
<message><source>It moves no more than the frames around it: leave it as it is.</source>
<translation>Er bewegt sich nicht mehr als die Frames ringsum: so lassen.</translation></message>
<message><source>It runs as smoothly as the frames around it.</source>
<translation>Er läuft so glatt wie die Frames ringsum.</translation></message>
<message><source>It sends up to {prompts}, about {duration_told} by earlier renders.</source>
<translation>Es sendet bis zu {prompts}, etwa {duration_told} nach früheren Renderings.</translation></message>
<message><source>It sends up to {prompts}; how long that takes is not known yet.</source>
<translation>Es sendet bis zu {prompts}; wie lange das dauert, ist noch nicht bekannt.</translation></message>
<message><source>It shows another picture than was recorded</source>
<translation>Sie zeigt ein anderes Bild als aufgezeichnet</translation></message>
<message><source>It starts at the seed frame ({figures}).</source>
<translation>Es beginnt beim Startframe ({figures}).</translation></message>
<message><source>It starts with the next project that you open.</source>
<translation>Sie startet mit dem nächsten Projekt, das geöffnet wird.</translation></message>
<message><source>It still matches the segment before it. Start with {number}.</source>
<translation>Es passt noch zum Segment davor. Mit {number} anfangen.</translation></message>
<message><source>It was converted to {told}</source>
<translation>Es wurde umgewandelt in {told}</translation></message>
<message><source>It was copied, not hard-linked: {reason}</source>
<translation>Es wurde kopiert, nicht hart verlinkt: {reason}</translation></message>
<message><source>It was imported, or made here of what a server rendered: there is nowhere to copy it from</source>
<translation>Die Datei wurde importiert oder hier aus dem gemacht, was ein Server gerendert hat: Es gibt nichts, wovon sie kopiert werden kann</translation></message>
<message><source>It was left where it lay when it was imported, and is no longer there</source>
<translation>Sie blieb, wo sie beim Import lag, und ist dort nicht mehr</translation></message>
<message><source>It was not fetched. Look at the server before using it again</source>
<translation>Sie wurde nicht geholt. Den Server ansehen, bevor er wieder verwendet wird</translation></message>
<message><source>It was probably restarted. Submit the job again</source>
<translation>Er wurde wohl neu gestartet. Den Auftrag noch einmal senden</translation></message>
<message><source>It was treated or decided about meanwhile</source>
<translation>Er wurde inzwischen behandelt oder entschieden</translation></message>
<message><source>It {harm}</source>
<translation>Sie {harm}</translation></message>
<message><source>It {harm}.</source>
<translation>Sie {harm}.</translation></message>
<message><source>Its API key is deleted, too.</source>
<translation>Der API-Schlüssel wird ebenfalls gelöscht.</translation></message>
<message><source>Its clip carries none, and the scene has none</source>
<translation>Sein Clip trägt keinen, und die Szene hat keinen</translation></message>
<message><source>Its content is not what was recorded</source>
<translation>Ihr Inhalt ist nicht der aufgezeichnete</translation></message>
<message><source>Its file was purged</source>
<translation>Die Datei wurde entfernt</translation></message>
<message><source>Its frames are shown for unequal times</source>
<translation>Seine Frames werden ungleich lange gezeigt</translation></message>
<message><source>Its indexes were made anew from its rows</source>
<translation>Ihre Indizes wurden aus ihren Zeilen neu gemacht</translation></message>
<message><source>Its last renders</source>
<translation>Seine letzten Render</translation></message>
<message><source>Its limits are {a}</source>
<translation>Ihre Grenzwerte sind {a}</translation></message>
<message><source>Its own frame</source>
<translation>Eigener Frame</translation></message>
<message><source>Its size is settled by the workflow when the scene begins.</source>
<translation>Die Größe legt der Workflow fest, wenn die Szene beginnt.</translation></message>
<message><source>Its takes were cancelled; nothing after it was begun</source>
<translation>Seine Takes wurden abgebrochen; danach wurde nichts begonnen</translation></message>
<message><source>Its takes were made from the frame that was there before</source>
<translation>Seine Takes entstanden aus dem Frame, der vorher dort war</translation></message>
<message><source>Its version is {version}; this Restitch reads {version_2}</source>
<translation>Ihre Version ist {version}; dieses Restitch liest {version_2}</translation></message>
<message><source>Its version was purged</source>
<translation>Ihre Version wurde entfernt</translation></message>
<message><source>Its version was purged: removed</source>
<translation>Ihre Version wurde entfernt: entfernt</translation></message>
<message><source>JSON (*.json)</source>
<translation>JSON (*.json)</translation></message>
<message><source>Job {id} cannot be submitted again</source>
<translation>Auftrag {id} kann nicht noch einmal gesendet werden</translation></message>
<message><source>Job {id} has made no bridge</source>
<translation>Auftrag {id} hat keine Zwischenbilder gemacht</translation></message>
<message><source>Job {id} made it for segment {a}; no version has it</source>
<translation>Auftrag {id} hat sie für Segment {a} gemacht; keine Version hat sie</translation></message>
<message><source>Job {id} made it: recorded as {name}</source>
<translation>Auftrag {id} hat sie gemacht: aufgenommen als {name}</translation></message>
<message><source>Job {id} would end in another place</source>
<translation>Auftrag {id} würde an einem anderen Platz enden</translation></message>
<message><source>Job {job_id} cannot be submitted again</source>
<translation>Auftrag {job_id} kann nicht noch einmal gesendet werden</translation></message>
<message><source>Job {job_id}, segment {a}; it was left as it is</source>
<translation>Auftrag {job_id}, Segment {a}; er blieb, wie er war</translation></message>
<message><source>Jobs</source>
<translation>Aufträge</translation></message>
<message><source>Jobs that run there go on; their results stay there.</source>
<translation>Aufträge, die dort laufen, gehen weiter; ihre Ergebnisse bleiben dort.</translation></message>
<message><source>Jobs that were asked for earlier stay where they are. Each request can say otherwise.</source>
<translation>Früher erteilte Aufträge bleiben, wo sie sind. Jede Anfrage kann es anders bestimmen.</translation></message>
<message><source>Joining kept and new frames</source>
<translation>Behaltene und neue Frames werden verbunden</translation></message>
<message><source>Judged by</source>
<translation>Beurteilt nach</translation></message>
<message><source>Jump within the segment</source>
<translation>Sprung innerhalb des Segments</translation></message>
<message><source>Just outside of what is natural on both sides of the boundary</source>
<translation>Knapp außerhalb dessen, was auf beiden Seiten des Übergangs natürlich ist</translation></message>
<message><source>Keep every frame, and not the length</source>
<translation>Jeden Frame behalten, nicht die Länge</translation></message>
<message><source>Keep it</source>
<translation>Behalten</translation></message>
<message><source>Keep its first frames</source>
<translation>Die ersten Frames behalten</translation></message>
<message><source>Keep mine: {said}</source>
<translation>Meine behalten: {said}</translation></message>
<message><source>Keep open</source>
<translation>Offen lassen</translation></message>
<message><source>Keep this seed</source>
<translation>Diesen Seed behalten</translation></message>
<message><source>Keeping a preset</source>
<translation>Eine Voreinstellung wird gespeichert</translation></message>
<message><source>Keeping a server</source>
<translation>Ein Server wird gespeichert</translation></message>
<message><source>Keeping the blind comparison</source>
<translation>Der Blindvergleich wird festgehalten</translation></message>
<message><source>Keeping the frame</source>
<translation>Der Frame wird behalten</translation></message>
<message><source>Keeping the inputs</source>
<translation>Die Eingänge werden gespeichert</translation></message>
<message><source>Kept and new frames meet smoothly at frame {a}.</source>
<translation>Behaltene und neue Frames treffen sich glatt bei Frame {a}.</translation></message>
<message><source>Kept frames meet</source>
<translation>Behaltene Frames treffen</translation></message>
<message><source>Kept in the system keyring</source>
<translation>Im Schlüsselbund des Systems gespeichert</translation></message>
<message><source>Keys</source>
<translation>Tasten</translation></message>
<message><source>Known to this computer, not to the project. Jobs for “any server” go to the least busy one that can run them; only ticked servers get jobs.</source>
<translation>Diesem Computer bekannt, nicht dem Projekt. Aufträge für „einen beliebigen Server“ gehen an den am wenigsten beschäftigten, der sie ausführen kann; nur angehakte Server bekommen Aufträge.</translation></message>
<message><source>Language</source>
<translation>Sprache</translation></message>
<message><source>Last</source>
<translation>Letzter</translation></message>
<message><source>Last frame</source>
<translation>Letzter Frame</translation></message>
<message><source>Last frame (Restitch)</source>
<translation>Letzter Frame (Restitch)</translation></message>
<message><source>Last frame before the cut: {frame}</source>
<translation>Letzter Frame vor dem Schnitt: {frame}</translation></message>
<message><source>Last frame of segment {a} v{number}</source>
<translation>Letzter Frame von Segment {a} v{number}</translation></message>
<message><source>Last frame of segment {a} v{number}, with the {listed} of {numbers}</source>
<translation>Letzter Frame von Segment {a} v{number}, mit {listed} von {numbers}</translation></message>
<message><source>Last frame of {name}</source>
<translation>Letzter Frame von {name}</translation></message>
<message><source>Last frames before the segment</source>
<translation>Letzte Frames vor dem Segment</translation></message>
<message><source>Last warnings and errors:</source>
<translation>Letzte Warnungen und Fehler:</translation></message>
<message><source>Later</source>
<translation>Später</translation></message>
<message><source>Leave it as it is; its value stays visible</source>
<translation>Lassen, wie er ist; sein Wert bleibt sichtbar</translation></message>
<message><source>Leave one of them out</source>
<translation>Eines davon weglassen</translation></message>
<message><source>Leave out line breaks</source>
<translation>Zeilenumbrüche weglassen</translation></message>
<message><source>Leave the end open</source>
<translation>Das Ende offen lassen</translation></message>
<message><source>Leave the seed out, or ask for one take</source>
<translation>Den Seed weglassen oder einen Take verlangen</translation></message>
<message><source>Leave them out, and give the server's API key under Settings ▸ Servers, or with: restitch servers add URL --key-stdin</source>
<translation>Sie weglassen und den API-Schlüssel des Servers angeben: Einstellungen ▸ Server, oder mit: restitch servers add URL --key-stdin</translation></message>
<message><source>Leave them where they are</source>
<translation>Lassen, wo sie sind</translation></message>
<message><source>Left empty, a seed follows the one above.</source>
<translation>Leer folgt ein Seed dem oberen.</translation></message>
<message><source>Left out</source>
<translation>Weggelassen</translation></message>
<message><source>Left out: {name}. {problem}</source>
<translation>Ausgelassen: {name}. {problem}</translation></message>
<message><source>Length</source>
<translation>Länge</translation></message>
<message><source>Length: {what}</source>
<translation>Länge: {what}</translation></message>
<message><source>Lenient</source>
<translation>Nachsichtig</translation></message>
<message><source>Let programs of this computer drive the open project</source>
<translation>Programme dieses Computers dürfen das geöffnete Projekt steuern</translation></message>
<message><source>Let {workflow_name} make pictures of the scene's size</source>
<translation>{workflow_name} Bilder in der Größe der Szene machen lassen</translation></message>
<message><source>Light</source>
<translation>Hell</translation></message>
<message><source>Likely</source>
<translation>Wahrscheinlich</translation></message>
<message><source>Limits</source>
<translation>Grenzwerte</translation></message>
<message><source>Limits of SSIM lie between 0 and 1</source>
<translation>Grenzwerte der SSIM liegen zwischen 0 und 1</translation></message>
<message><source>Links of this workflow run in a circle</source>
<translation>Verbindungen dieses Workflows laufen im Kreis</translation></message>
<message><source>List of cuts</source>
<translation>Schnittliste</translation></message>
<message><source>Listing open points</source>
<translation>Offene Punkte werden aufgelistet</translation></message>
<message><source>Lists of cuts (*.edl *.otio)</source>
<translation>Schnittlisten (*.edl *.otio)</translation></message>
<message><source>Live preview, or current version</source>
<translation>Live-Vorschau oder aktuelle Version</translation></message>
<message><source>Loading…</source>
<translation>Wird geladen…</translation></message>
<message><source>Locate file…</source>
<translation>Datei suchen…</translation></message>
<message><source>Locate the file, or use another version</source>
<translation>Die Datei suchen oder eine andere Version verwenden</translation></message>
<message><source>Locate the file, use another version, or regenerate</source>
<translation>Die Datei suchen, eine andere Version verwenden oder neu generieren</translation></message>
<message><source>Locate {name}</source>
<translation>{name} suchen</translation></message>
<message><source>Locate…</source>
<translation>Suchen…</translation></message>
<message><source>Location</source>
<translation>Ort</translation></message>
<message><source>Look at cuts…</source>
<translation>Schnitte ansehen…</translation></message>
<message><source>Look at it again</source>
<translation>Noch einmal ansehen</translation></message>
<message><source>Look at takes</source>
<translation>Takes ansehen</translation></message>
<message><source>Look at the node and its inputs in ComfyUI, then retry</source>
<translation>Den Knoten und seine Eingänge in ComfyUI ansehen, dann erneut versuchen</translation></message>
<message><source>Look at the scene again</source>
<translation>Die Szene noch einmal ansehen</translation></message>
<message><source>Look at them again</source>
<translation>Noch einmal ansehen</translation></message>
<message><source>Look further down</source>
<translation>Ausschnitt nach unten</translation></message>
<message><source>Look further left</source>
<translation>Ausschnitt nach links</translation></message>
<message><source>Look further right</source>
<translation>Ausschnitt nach rechts</translation></message>
<message><source>Look further up</source>
<translation>Ausschnitt nach oben</translation></message>
<message><source>Looking at {name}</source>
<translation>{name} wird angesehen</translation></message>
<message><source>Looking for a bridge</source>
<translation>Zwischenbilder werden gesucht</translation></message>
<message><source>Looking for a token</source>
<translation>Ein Token wird gesucht</translation></message>
<message><source>Looking for a way</source>
<translation>Ein Weg wird gesucht</translation></message>
<message><source>Looking for clips</source>
<translation>Clips werden gesucht</translation></message>
<message><source>Looking for cuts</source>
<translation>Schnitte werden gesucht</translation></message>
<message><source>Looking for cuts in {name}</source>
<translation>In {name} werden Schnitte gesucht</translation></message>
<message><source>Looking for {folder}</source>
<translation>{folder} wird gesucht</translation></message>
<message><source>Looking for {path}</source>
<translation>{path} wird gesucht</translation></message>
<message><source>Loop</source>
<translation>Schleife</translation></message>
<message><source>Loop boundary</source>
<translation>Übergang wiederholen</translation></message>
<message><source>Loop boundary {word}</source>
<translation>Schleife Übergang {word}</translation></message>
<message><source>Loop in to out</source>
<translation>In bis Out wiederholen</translation></message>
<message><source>Loops reach</source>
<translation>Schleifen reichen</translation></message>
<message><source>Louder</source>
<translation>Lauter</translation></message>
<message><source>MP4 (*.mp4);;QuickTime (*.mov);;Matroska (*.mkv)</source>
<translation>MP4 (*.mp4);;QuickTime (*.mov);;Matroska (*.mkv)</translation></message>
<message><source>Made again from frame {a} of {name}</source>
<translation>Noch einmal gemacht aus Frame {a} von {name}</translation></message>
<message><source>Made from a picture that was chosen for it</source>
<translation>Aus einem Bild gemacht, das dafür gewählt wurde</translation></message>
<message><source>Make a new project from the clips in media/clips</source>
<translation>Aus den Clips in media/clips ein neues Projekt machen</translation></message>
<message><source>Make a new token</source>
<translation>Neues Token erzeugen</translation></message>
<message><source>Make a token</source>
<translation>Token erzeugen</translation></message>
<message><source>Make a version with the scene's size and rate; this one stays as it is</source>
<translation>Eine Version in Größe und Rate der Szene machen; diese bleibt, wie sie ist</translation></message>
<message><source>Make another version</source>
<translation>Weitere Version machen</translation></message>
<message><source>Make another version current first</source>
<translation>Zuerst eine andere Version aktuell machen</translation></message>
<message><source>Make frames</source>
<translation>Frames machen</translation></message>
<message><source>Make others</source>
<translation>Andere machen</translation></message>
<message><source>Make room or allow writing to the project's folder</source>
<translation>Platz schaffen oder das Schreiben in den Projektordner erlauben</translation></message>
<message><source>Make room or give Restitch access to the folder, then retry</source>
<translation>Platz schaffen oder Restitch Zugriff auf den Ordner geben, dann erneut versuchen</translation></message>
<message><source>Make scene</source>
<translation>Szene anlegen</translation></message>
<message><source>Make smaller</source>
<translation>Verkleinern</translation></message>
<message><source>Make the bridge again</source>
<translation>Die Zwischenbilder noch einmal machen</translation></message>
<message><source>Make the scene with a workflow whose last node saves a video, such as Save Video</source>
<translation>Die Szene mit einem Workflow machen, dessen letzter Knoten ein Video sichert, etwa Save Video</translation></message>
<message><source>Makes {new_frames} frames anew with {workflow_name}.</source>
<translation>Macht {new_frames} Frames neu mit {workflow_name}.</translation></message>
<message><source>Making a lossless copy</source>
<translation>Eine verlustfreie Kopie wird gemacht</translation></message>
<message><source>Making a token</source>
<translation>Ein Token wird gemacht</translation></message>
<message><source>Making new frames for {name}</source>
<translation>Neue Frames für {name} werden gemacht</translation></message>
<message><source>Making the scene</source>
<translation>Die Szene wird gemacht</translation></message>
<message><source>Marking {name}</source>
<translation>{name} wird vorgemerkt</translation></message>
<message><source>Match next segment's first frame</source>
<translation>An nächstes Segment angleichen</translation></message>
<message><source>Meant to be a cut: it is never scored and never smoothed.</source>
<translation>Soll ein Schnitt sein: wird nie bewertet und nie geglättet.</translation></message>
<message><source>Measured at</source>
<translation>Gemessen bei</translation></message>
<message><source>Measured {ssim_text}</source>
<translation>Gemessen {ssim_text}</translation></message>
<message><source>Measuring boundaries anew</source>
<translation>Übergänge werden neu gemessen</translation></message>
<message><source>Measuring boundary {label}</source>
<translation>Übergang {label} wird gemessen</translation></message>
<message><source>Measuring the bridge {a}|{b}</source>
<translation>Die Zwischenbilder {a}|{b} werden gemessen</translation></message>
<message><source>Measuring tones</source>
<translation>Tonwerte werden gemessen</translation></message>
<message><source>Memory for frames</source>
<translation>Speicher für Frames</translation></message>
<message><source>Memory for frames, MiB</source>
<translation>Speicher für Frames, MiB</translation></message>
<message><source>Merge</source>
<translation>Verbinden</translation></message>
<message><source>Merge again</source>
<translation>Noch einmal zusammenführen</translation></message>
<message><source>Merge decisions</source>
<translation>Entscheidungen zusammenführen</translation></message>
<message><source>Merge decisions…</source>
<translation>Entscheidungen zusammenführen…</translation></message>
<message><source>Merging decisions</source>
<translation>Entscheidungen werden zusammengeführt</translation></message>
<message><source>Missing</source>
<translation>Fehlt</translation></message>
<message><source>More</source>
<translation>Mehr</translation></message>
<message><source>More about this note</source>
<translation>Mehr zu dieser Notiz</translation></message>
<message><source>More about this segment</source>
<translation>Mehr zu diesem Segment</translation></message>
<message><source>More colourful</source>
<translation>Bunter</translation></message>
<message><source>More contrast</source>
<translation>Mehr Kontrast</translation></message>
<message><source>More decisions</source>
<translation>Weitere Entscheidungen</translation></message>
<message><source>More · {facts}</source>
<translation>Mehr · {facts}</translation></message>
<message><source>More, {facts}</source>
<translation>Mehr, {facts}</translation></message>
<message><source>Motion</source>
<translation>Bewegung</translation></message>
<message><source>Motion goes on differently</source>
<translation>Bewegung geht anders weiter</translation></message>
<message><source>Motion jumps</source>
<translation>Bewegungssprünge</translation></message>
<message><source>Motion stands still</source>
<translation>Bewegung steht still</translation></message>
<message><source>Motion turns back</source>
<translation>Bewegung kehrt um</translation></message>
<message><source>Motion-aware fade</source>
<translation>Bewegungsgerechte Blende</translation></message>
<message><source>Move and zoom both pictures together</source>
<translation>Beide Bilder zusammen verschieben und vergrößern</translation></message>
<message><source>Move down</source>
<translation>Nach unten</translation></message>
<message><source>Move it away, and put the clip back then</source>
<translation>Sie verschieben und den Clip dann zurücklegen</translation></message>
<message><source>Move one place earlier</source>
<translation>Einen Platz nach vorn</translation></message>
<message><source>Move one place later</source>
<translation>Einen Platz nach hinten</translation></message>
<message><source>Move segment {}</source>
<translation>Segment {} verschieben</translation></message>
<message><source>Move this server down (Alt+Down)</source>
<translation>Diesen Server nach unten verschieben (Alt+Down)</translation></message>
<message><source>Move this server up (Alt+Up)</source>
<translation>Diesen Server nach oben verschieben (Alt+Up)</translation></message>
<message><source>Move up</source>
<translation>Nach oben</translation></message>
<message><source>Moving a server</source>
<translation>Ein Server wird verschoben</translation></message>
<message><source>Moving segment {a}</source>
<translation>Segment {a} wird verschoben</translation></message>
<message><source>Mute</source>
<translation>Stumm</translation></message>
<message><source>Name</source>
<translation>Name</translation></message>
<message><source>Name it {name}</source>
<translation>Ihn {name} nennen</translation></message>
<message><source>Name of the scene</source>
<translation>Name der Szene</translation></message>
<message><source>Name of the workflow</source>
<translation>Name des Workflows</translation></message>
<message><source>Natural</source>
<translation>Natürlich</translation></message>
<message><source>Natural in this scene: SSIM</source>
<translation>Natürlich in dieser Szene: SSIM</translation></message>
<message><source>Natural range</source>
<translation>Natürlicher Bereich</translation></message>
<message><source>Natural range {low}–{high}</source>
<translation>Natürlicher Bereich {low}–{high}</translation></message>
<message><source>Needed to regenerate. Review, compare and smooth work without it.</source>
<translation>Zum Neugenerieren nötig. Sichten, Vergleichen und Glätten gehen ohne.</translation></message>
<message><source>Needs work</source>
<translation>Nacharbeit nötig</translation></message>
<message><source>Needs work with a reason…</source>
<translation>Nacharbeit nötig mit Grund…</translation></message>
<message><source>Needs work, or take it back</source>
<translation>Nacharbeit nötig oder zurücknehmen</translation></message>
<message><source>Needs work:</source>
<translation>Nacharbeit nötig:</translation></message>
<message><source>Needs work: {reason}</source>
<translation>Nacharbeit nötig: {reason}</translation></message>
<message><source>Negative</source>
<translation>Negativ</translation></message>
<message><source>New</source>
<translation>Neu</translation></message>
<message><source>New frames for boundary {name} are being made</source>
<translation>Neue Frames für Übergang {name} werden gemacht</translation></message>
<message><source>New here</source>
<translation>Hier neu</translation></message>
<message><source>New jobs go to</source>
<translation>Neue Aufträge gehen an</translation></message>
<message><source>New note at this frame</source>
<translation>Neue Notiz bei diesem Frame</translation></message>
<message><source>New scene from a picture</source>
<translation>Neue Szene aus einem Bild</translation></message>
<message><source>New scene from a picture…</source>
<translation>Neue Szene aus Bild…</translation></message>
<message><source>New scene from clips</source>
<translation>Neue Szene aus Clips</translation></message>
<message><source>New scene from clips…</source>
<translation>Neue Szene aus Clips…</translation></message>
<message><source>New seed for each take</source>
<translation>Neuer Seed für jeden Take</translation></message>
<message><source>Newer versions</source>
<translation>Neuere Versionen</translation></message>
<message><source>Next</source>
<translation>Weiter</translation></message>
<message><source>Next boundary</source>
<translation>Nächster Übergang</translation></message>
<message><source>Next jump</source>
<translation>Nächster Sprung</translation></message>
<message><source>Next panel</source>
<translation>Nächster Bereich</translation></message>
<message><source>Next segment</source>
<translation>Nächstes Segment</translation></message>
<message><source>Next shown</source>
<translation>Nächster gezeigter</translation></message>
<message><source>Next try in {count} s</source>
<translation>Nächster Versuch in {count} s</translation></message>
<message><source>Next visible jump</source>
<translation>Nächster sichtbarer Sprung</translation></message>
<message><source>No ComfyUI server answers</source>
<translation>Kein ComfyUI-Server antwortet</translation></message>
<message><source>No boundary is left to look at</source>
<translation>Kein Übergang ist mehr anzusehen</translation></message>
<message><source>No boundary would be judged otherwise now.</source>
<translation>Kein Übergang würde jetzt anders beurteilt.</translation></message>
<message><source>No clip fits the pattern</source>
<translation>Kein Clip passt zum Muster</translation></message>
<message><source>No clip of it carries one</source>
<translation>Keiner ihrer Clips trägt einen</translation></message>
<message><source>No cut was found in {label}</source>
<translation>In {label} wurde kein Schnitt gefunden</translation></message>
<message><source>No data</source>
<translation>Keine Daten</translation></message>
<message><source>No difference</source>
<translation>Kein Unterschied</translation></message>
<message><source>No estimate yet</source>
<translation>Noch keine Schätzung</translation></message>
<message><source>No estimate yet.</source>
<translation>Noch keine Schätzung.</translation></message>
<message><source>No file</source>
<translation>Keine Datei</translation></message>
<message><source>No film: only the lists below</source>
<translation>Kein Film: nur die Listen unten</translation></message>
<message><source>No finished run on {server} yet.</source>
<translation>Auf {server} ist noch kein Lauf zu Ende gegangen.</translation></message>
<message><source>No fix is chosen</source>
<translation>Keine Korrektur ist gewählt</translation></message>
<message><source>No fix was tried here.</source>
<translation>Hier wurde keine Korrektur erprobt.</translation></message>
<message><source>No frame can be read, {size}</source>
<translation>Kein Frame lesbar, {size}</translation></message>
<message><source>No frame is black.</source>
<translation>Kein Frame ist schwarz.</translation></message>
<message><source>No frame repeats the one before.</source>
<translation>Kein Frame wiederholt den davor.</translation></message>
<message><source>No input is called {a}</source>
<translation>Kein Eingang heißt {a}</translation></message>
<message><source>No key is kept for this server</source>
<translation>Für diesen Server ist kein Schlüssel gespeichert</translation></message>
<message><source>No more hints</source>
<translation>Keine Hinweise mehr</translation></message>
<message><source>No other limits are proposed</source>
<translation>Keine anderen Grenzwerte werden vorgeschlagen</translation></message>
<message><source>No other segments are affected.</source>
<translation>Keine anderen Segmente sind betroffen.</translation></message>
<message><source>No picture here</source>
<translation>Hier ist kein Bild</translation></message>
<message><source>No picture is pinned</source>
<translation>Es ist kein Bild angeheftet</translation></message>
<message><source>No project open</source>
<translation>Kein Projekt geöffnet</translation></message>
<message><source>No reason was given</source>
<translation>Kein Grund wurde genannt</translation></message>
<message><source>No remedy gains enough to change frames for it: {regenerate}, or accept it.</source>
<translation>Keine Korrektur bringt genug, um dafür Frames zu ändern: {regenerate} oder annehmen.</translation></message>
<message><source>No render of this segment has a preview now</source>
<translation>Kein Rendering dieses Segments hat jetzt eine Vorschau</translation></message>
<message><source>No request of this segment has several takes</source>
<translation>Keine Anforderung dieses Segments hat mehrere Takes</translation></message>
<message><source>No scene</source>
<translation>Keine Szene</translation></message>
<message><source>No segment is selected.</source>
<translation>Kein Segment ist gewählt.</translation></message>
<message><source>No segment is stale</source>
<translation>Kein Segment ist veraltet</translation></message>
<message><source>No segments yet</source>
<translation>Noch keine Segmente</translation></message>
<message><source>No server</source>
<translation>Kein Server</translation></message>
<message><source>No server address was given</source>
<translation>Keine Serveradresse angegeben</translation></message>
<message><source>No server answers</source>
<translation>Kein Server antwortet</translation></message>
<message><source>No server can run this</source>
<translation>Kein Server kann das ausführen</translation></message>
<message><source>No server can run this. {server_name} comes nearest: {count}.</source>
<translation>Kein Server kann dies ausführen. Am nächsten kommt {server_name}: {count}.</translation></message>
<message><source>No server is answering: the job will wait until one is back.</source>
<translation>Kein Server antwortet: der Auftrag wartet, bis einer wieder da ist.</translation></message>
<message><source>No server is turned on</source>
<translation>Kein Server ist eingeschaltet</translation></message>
<message><source>No server that answers can run this. The job waits for {names}.</source>
<translation>Kein Server, der antwortet, kann dies ausführen. Der Auftrag wartet auf {names}.</translation></message>
<message><source>No server{which} can run this</source>
<translation>Kein Server{which} kann das ausführen</translation></message>
<message><source>No shortcut has these words.</source>
<translation>Kein Tastenkürzel hat diese Wörter.</translation></message>
<message><source>No step leaves the range of the motion around it.</source>
<translation>Kein Schritt verlässt den Bereich der Bewegung ringsum.</translation></message>
<message><source>No take of segment {segment} can play</source>
<translation>Kein Take von Segment {segment} ist abspielbar</translation></message>
<message><source>No visible jump is open</source>
<translation>Kein sichtbarer Sprung ist offen</translation></message>
<message><source>No workflow</source>
<translation>Kein Workflow</translation></message>
<message><source>No workflow here makes the frames between two pictures</source>
<translation>Kein Workflow hier macht Frames zwischen zwei Bildern</translation></message>
<message><source>No workflow named {name} comes with Restitch</source>
<translation>Restitch bringt keinen Workflow {name} mit</translation></message>
<message><source>Nobody has judged boundary {label}</source>
<translation>Niemand hat Übergang {label} beurteilt</translation></message>
<message><source>Nobody has said how they see this boundary</source>
<translation>Noch niemand hat diesen Übergang beurteilt</translation></message>
<message><source>Nobody says which release is the newest</source>
<translation>Niemand sagt, welche Ausgabe die neueste ist</translation></message>
<message><source>Node {node_id}</source>
<translation>Knoten {node_id}</translation></message>
<message><source>Node {node_id} has no input {input_name}</source>
<translation>Knoten {node_id} hat keinen Eingang {input_name}</translation></message>
<message><source>Node {node_id} has {a}</source>
<translation>Knoten {node_id} hat {a}</translation></message>
<message><source>Node {node_id} saves no video</source>
<translation>Knoten {node_id} sichert kein Video</translation></message>
<message><source>Node {node} ▸ {input}</source>
<translation>Node {node} ▸ {input}</translation></message>
<message><source>None</source>
<translation>Keine</translation></message>
<message><source>None for this workflow yet</source>
<translation>Für diesen Workflow noch keine</translation></message>
<message><source>None of the clips can be imported</source>
<translation>Keiner der Clips kann importiert werden</translation></message>
<message><source>None of the {count} ComfyUI servers is answering.</source>
<translation>Keiner der {count} ComfyUI-Server antwortet.</translation></message>
<message><source>None of these clips can be inserted</source>
<translation>Keiner dieser Clips kann eingefügt werden</translation></message>
<message><source>None of these segments can be regenerated.</source>
<translation>Keines dieser Segmente kann neu generiert werden.</translation></message>
<message><source>None of {a} servers answers</source>
<translation>Keiner von {a} Servern antwortet</translation></message>
<message><source>None: the workflow has no such input</source>
<translation>Keiner: der Workflow hat keinen solchen Eingang</translation></message>
<message><source>Normal</source>
<translation>Normal</translation></message>
<message><source>Not a call: {note}</source>
<translation>Kein Urteil: {note}</translation></message>
<message><source>Not a cut</source>
<translation>Kein Schnitt</translation></message>
<message><source>Not a note: {note}</source>
<translation>Keine Notiz: {note}</translation></message>
<message><source>Not among the choices of the server that was asked</source>
<translation>Nicht unter den Auswahlmöglichkeiten des gefragten Servers</translation></message>
<message><source>Not answering</source>
<translation>Antwortet nicht</translation></message>
<message><source>Not checked</source>
<translation>Nicht geprüft</translation></message>
<message><source>Not checked yet</source>
<translation>Noch nicht geprüft</translation></message>
<message><source>Not connected</source>
<translation>Nicht verbunden</translation></message>
<message><source>Not found</source>
<translation>Nicht gefunden</translation></message>
<message><source>Not in this workflow: {names}</source>
<translation>Nicht in diesem Workflow: {names}</translation></message>
<message><source>Not measured yet.</source>
<translation>Noch nicht gemessen.</translation></message>
<message><source>Not offered: {why_not}.</source>
<translation>Nicht angeboten: {why_not}.</translation></message>
<message><source>Not the usual key</source>
<translation>Nicht die übliche Taste</translation></message>
<message><source>Not there now</source>
<translation>Jetzt nicht da</translation></message>
<message><source>Note at boundary {a}</source>
<translation>Notiz am Übergang {a}</translation></message>
<message><source>Note at boundary {a} | {b}: {said}</source>
<translation>Notiz am Übergang {a} | {b}: {said}</translation></message>
<message><source>Note at frame {a}</source>
<translation>Notiz bei Frame {a}</translation></message>
<message><source>Note by {author}</source>
<translation>Notiz von {author}</translation></message>
<message><source>Note in segment {a} resolved: {said}</source>
<translation>Notiz in Segment {a} erledigt: {said}</translation></message>
<message><source>Note in segment {a}: {said}</source>
<translation>Notiz in Segment {a}: {said}</translation></message>
<message><source>Note: put the playhead into this segment</source>
<translation>Notiz: den Abspielkopf in dieses Segment setzen</translation></message>
<message><source>Note; Enter saves, Esc cancels</source>
<translation>Notiz; Eingabe sichert, Esc bricht ab</translation></message>
<message><source>Noted: you see boundary {boundary_name} as {seen}</source>
<translation>Notiert: Übergang {boundary_name} gesehen als {seen}</translation></message>
<message><source>Noted: {name} needs work</source>
<translation>Notiert: {name} braucht Nacharbeit</translation></message>
<message><source>Notes</source>
<translation>Notizen</translation></message>
<message><source>Nothing after it was begun</source>
<translation>Danach wurde nichts begonnen</translation></message>
<message><source>Nothing by that name</source>
<translation>Nichts mit diesem Namen</translation></message>
<message><source>Nothing is being generated for what is selected</source>
<translation>Für die Auswahl wird nichts generiert</translation></message>
<message><source>Nothing is changed</source>
<translation>Nichts ist geändert</translation></message>
<message><source>Nothing is left of these</source>
<translation>Davon ist nichts übrig</translation></message>
<message><source>Nothing is left of what the timeline shows</source>
<translation>Nichts ist übrig von dem, was die Zeitleiste zeigt</translation></message>
<message><source>Nothing is open.</source>
<translation>Nichts ist offen.</translation></message>
<message><source>Nothing is stale</source>
<translation>Nichts ist veraltet</translation></message>
<message><source>Nothing of this kind is open.</source>
<translation>Nichts dieser Art ist offen.</translation></message>
<message><source>Nothing of this workflow runs</source>
<translation>Nichts von diesem Workflow läuft</translation></message>
<message><source>Nothing speaks of it</source>
<translation>Nichts weiß davon</translation></message>
<message><source>Nothing speaks of it: now {name}</source>
<translation>Nichts weiß davon: jetzt {name}</translation></message>
<message><source>Nothing that was tried makes it better: {regenerate}, or accept it.</source>
<translation>Nichts davon macht es besser: {regenerate} oder annehmen.</translation></message>
<message><source>Nothing was begun</source>
<translation>Nichts wurde begonnen</translation></message>
<message><source>Nothing was changed</source>
<translation>Nichts wurde geändert</translation></message>
<message><source>Nothing was decided about boundary {label}</source>
<translation>Über Übergang {label} wurde nichts entschieden</translation></message>
<message><source>Nothing was imported</source>
<translation>Nichts wurde importiert</translation></message>
<message><source>Nothing was kept.</source>
<translation>Nichts wurde behalten.</translation></message>
<message><source>Nothing was queued</source>
<translation>Nichts wurde eingereiht</translation></message>
<message><source>Nothing was queued. Change what is named, or choose another server or workflow</source>
<translation>Nichts wurde eingereiht. Das Genannte ändern oder einen anderen Server oder Workflow wählen</translation></message>
<message><source>Nothing was removed</source>
<translation>Nichts wurde entfernt</translation></message>
<message><source>Nothing was removed: it may become current</source>
<translation>Nichts wurde entfernt: er wird vielleicht aktuell</translation></message>
<message><source>Nothing was removed: the take would have no beginning</source>
<translation>Nichts wurde entfernt: Der Take hätte keinen Anfang</translation></message>
<message><source>Notifications</source>
<translation>Benachrichtigungen</translation></message>
<message><source>Noting your verdict on {boundary_name}</source>
<translation>Ihr Urteil über {boundary_name} wird notiert</translation></message>
<message><source>Now</source>
<translation>Jetzt</translation></message>
<message><source>Now only {readable_frames} of {count} frames can be read.</source>
<translation>Nur noch {readable_frames} von {count} Frames sind lesbar.</translation></message>
<message><source>Off</source>
<translation>Aus</translation></message>
<message><source>Off.</source>
<translation>Aus.</translation></message>
<message><source>Off: all of segment {number} is made anew.</source>
<translation>Aus: das ganze Segment {number} wird neu gemacht.</translation></message>
<message><source>Off: later segments stay as they are.</source>
<translation>Aus: spätere Segmente bleiben, wie sie sind.</translation></message>
<message><source>Off: only the format is checked</source>
<translation>Aus: nur das Format wird geprüft</translation></message>
<message><source>On</source>
<translation>An</translation></message>
<message><source>On: {url}. What it offers is described at {page}.</source>
<translation>An: {url}. Was sie anbietet, steht auf {page}.</translation></message>
<message><source>Once a day Restitch asks the place it is published at, and says nothing but its own version there. Nothing is downloaded. While this is off it asks nobody.</source>
<translation>Einmal am Tag fragt Restitch dort nach, wo es veröffentlicht wird, und nennt dabei nur die eigene Version. Nichts wird heruntergeladen. Solange dies aus ist, fragt es niemanden.</translation></message>
<message><source>One for each project. Restitch keeps no copy of it, so it is shown once.</source>
<translation>Eines für jedes Projekt. Restitch behält keine Kopie davon, deshalb wird es nur einmal gezeigt.</translation></message>
<message><source>One frame back</source>
<translation>Ein Frame zurück</translation></message>
<message><source>One frame forward</source>
<translation>Ein Frame vor</translation></message>
<message><source>One more for each</source>
<translation>Für jedes um eins höher</translation></message>
<message><source>One prompt a line, for one segment after the other.</source>
<translation>Ein Prompt pro Zeile, für ein Segment nach dem anderen.</translation></message>
<message><source>One seed gives one take; open the lock for more</source>
<translation>Ein Seed ergibt einen Take; für mehr das Schloss öffnen</translation></message>
<message><source>One segment</source>
<translation>Ein Segment</translation></message>
<message><source>Only a paused one can</source>
<translation>Das geht nur mit einem angehaltenen</translation></message>
<message><source>Only failed and lost jobs can</source>
<translation>Das geht nur mit fehlgeschlagenen und verlorenen Aufträgen</translation></message>
<message><source>Only one display is connected</source>
<translation>Es ist nur ein Bildschirm angeschlossen</translation></message>
<message><source>Only one version is shown</source>
<translation>Es wird nur eine Version gezeigt</translation></message>
<message><source>Only {a}</source>
<translation>Nur {a}</translation></message>
<message><source>Open</source>
<translation>Öffnen</translation></message>
<message><source>Open a project first</source>
<translation>Zuerst ein Projekt öffnen</translation></message>
<message><source>Open a project to change where it renders.</source>
<translation>Ein Projekt öffnen, um zu ändern, wo es rendert.</translation></message>
<message><source>Open a project to make its token.</source>
<translation>Ein Projekt öffnen, um sein Token zu erzeugen.</translation></message>
<message><source>Open a project to see its quality gates.</source>
<translation>Ein Projekt öffnen, um seine Qualitätsgrenzen zu sehen.</translation></message>
<message><source>Open a project to see what its boundaries are judged by.</source>
<translation>Ein Projekt öffnen, um zu sehen, wonach seine Übergänge beurteilt werden.</translation></message>
<message><source>Open again</source>
<translation>Wieder öffnen</translation></message>
<message><source>Open it</source>
<translation>Öffnen</translation></message>
<message><source>Open it in ComfyUI</source>
<translation>Ihn in ComfyUI öffnen</translation></message>
<message><source>Open it in ComfyUI and save it again</source>
<translation>Ihn in ComfyUI öffnen und noch einmal sichern</translation></message>
<message><source>Open it once for writing</source>
<translation>Es einmal zum Schreiben öffnen</translation></message>
<message><source>Open it, or choose another folder</source>
<translation>Es öffnen oder einen anderen Ordner wählen</translation></message>
<message><source>Open points</source>
<translation>Offene Punkte</translation></message>
<message><source>Open project</source>
<translation>Projekt öffnen</translation></message>
<message><source>Open project…</source>
<translation>Projekt öffnen…</translation></message>
<message><source>Open the last project</source>
<translation>Das letzte Projekt öffnen</translation></message>
<message><source>Open the note again at</source>
<translation>Notiz wieder öffnen bei</translation></message>
<message><source>Open the project again</source>
<translation>Öffnen Sie das Projekt erneut</translation></message>
<message><source>Opening a note again</source>
<translation>Eine Notiz wird wieder geöffnet</translation></message>
<message><source>Opening the project</source>
<translation>Das Projekt wird geöffnet</translation></message>
<message><source>Opening {name} again</source>
<translation>{name} wird wieder geöffnet</translation></message>
<message><source>Opening {path}</source>
<translation>{path} wird geöffnet</translation></message>
<message><source>Optical-flow morph</source>
<translation>Morph mit optischem Fluss</translation></message>
<message><source>Optical-flow morph of the right side</source>
<translation>Morph mit optischem Fluss, rechte Seite</translation></message>
<message><source>Or drop a picture here</source>
<translation>Oder ein Bild hier ablegen</translation></message>
<message><source>Or regenerate segment {number}</source>
<translation>Oder Segment {number} neu generieren</translation></message>
<message><source>Or regenerate segment {number} from this frame</source>
<translation>Oder Segment {number} ab diesem Frame neu generieren</translation></message>
<message><source>Original, unchanged</source>
<translation>Original, unverändert</translation></message>
<message><source>Other</source>
<translation>Andere</translation></message>
<message><source>Other frames meet there by now</source>
<translation>Dort treffen sich inzwischen andere Frames</translation></message>
<message><source>Other scenes</source>
<translation>Andere Szenen</translation></message>
<message><source>Other scenes of this project</source>
<translation>Andere Szenen dieses Projekts</translation></message>
<message><source>Otherwise the welcome page is shown.</source>
<translation>Sonst erscheint die Willkommensseite.</translation></message>
<message><source>Overlap</source>
<translation>Überlappung</translation></message>
<message><source>Overlapping cross-fade</source>
<translation>Überlappende Überblendung</translation></message>
<message><source>Own limits</source>
<translation>Eigene Grenzwerte</translation></message>
<message><source>PNG (*.png)</source>
<translation>PNG (*.png)</translation></message>
<message><source>PNG pictures in a folder</source>
<translation>PNG-Bilder in einem Ordner</translation></message>
<message><source>Pages</source>
<translation>Seiten</translation></message>
<message><source>Paler</source>
<translation>Blasser</translation></message>
<message><source>Parameters</source>
<translation>Parameter</translation></message>
<message><source>Part</source>
<translation>Teil</translation></message>
<message><source>Path</source>
<translation>Pfad</translation></message>
<message><source>Pause</source>
<translation>Pause</translation></message>
<message><source>Pause and ask</source>
<translation>Anhalten und fragen</translation></message>
<message><source>Paused</source>
<translation>Angehalten</translation></message>
<message><source>Paused by {who}</source>
<translation>Angehalten von {who}</translation></message>
<message><source>Pausing</source>
<translation>Wird angehalten</translation></message>
<message><source>Pen</source>
<translation>Stift</translation></message>
<message><source>Pick a new random seed</source>
<translation>Einen neuen zufälligen Seed wählen</translation></message>
<message><source>Picture file</source>
<translation>Bilddatei</translation></message>
<message><source>Picture file…</source>
<translation>Bilddatei…</translation></message>
<message><source>Picture stands still</source>
<translation>Bild steht still</translation></message>
<message><source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
<translation>Bilder (*.png *.jpg *.jpeg *.webp)</translation></message>
<message><source>Pictures a second</source>
<translation>Bilder pro Sekunde</translation></message>
<message><source>Pictures are measured wrongly</source>
<translation>Bilder werden falsch gemessen</translation></message>
<message><source>Pin a picture…</source>
<translation>Bild anheften…</translation></message>
<message><source>Pin held: approve</source>
<translation>Anschluss gehalten: freigeben</translation></message>
<message><source>Pin this frame</source>
<translation>Diesen Frame anheften</translation></message>
<message><source>Pinning a reference picture</source>
<translation>Ein Referenzbild wird angeheftet</translation></message>
<message><source>Pixel read-out</source>
<translation>Pixelwerte</translation></message>
<message><source>Pixel: {what}</source>
<translation>Pixel: {what}</translation></message>
<message><source>Plain SSIM: one threshold for every boundary</source>
<translation>Reines SSIM: eine Schwelle für jeden Übergang</translation></message>
<message><source>Planning a cascade</source>
<translation>Eine Kaskade wird geplant</translation></message>
<message><source>Play</source>
<translation>Abspielen</translation></message>
<message><source>Play backwards</source>
<translation>Rückwärts abspielen</translation></message>
<message><source>Play boundary</source>
<translation>Übergang abspielen</translation></message>
<message><source>Play forwards</source>
<translation>Vorwärts abspielen</translation></message>
<message><source>Play it: accept it if it runs well, else smooth it.</source>
<translation>Abspielen: annehmen, wenn es gut läuft, sonst glätten.</translation></message>
<message><source>Play it: smooth it if it shows, else accept it as it is.</source>
<translation>Abspielen: glätten, wenn man es sieht, sonst annehmen.</translation></message>
<message><source>Play it: smooth it if it shows, else accept it.</source>
<translation>Abspielen: glätten, wenn man es sieht, sonst annehmen.</translation></message>
<message><source>Play or pause</source>
<translation>Wiedergabe oder Pause</translation></message>
<message><source>Play the boundary with this: {what}</source>
<translation>Den Übergang hiermit abspielen: {what}</translation></message>
<message><source>Play with {what}</source>
<translation>Mit {what} abspielen</translation></message>
<message><source>Playback</source>
<translation>Wiedergabe</translation></message>
<message><source>Players on another display</source>
<translation>Player auf anderem Bildschirm</translation></message>
<message><source>Plays up to the chosen seed frame: {frames} left out.</source>
<translation>Läuft bis zum gewählten Startframe: {frames} weggelassen.</translation></message>
<message><source>Port</source>
<translation>Port</translation></message>
<message><source>Predicted SSIM · preview</source>
<translation>Erwartete SSIM · Vorschau</translation></message>
<message><source>Predicted after {remedy}: {value}</source>
<translation>Erwartet nach {remedy}: {value}</translation></message>
<message><source>Preparing a preview</source>
<translation>Eine Vorschau wird vorbereitet</translation></message>
<message><source>Preparing the preview</source>
<translation>Die Vorschau wird vorbereitet</translation></message>
<message><source>Preparing {a}</source>
<translation>{a} wird vorbereitet</translation></message>
<message><source>Preset</source>
<translation>Voreinstellung</translation></message>
<message><source>Presets</source>
<translation>Voreinstellungen</translation></message>
<message><source>Press the key… Esc leaves it</source>
<translation>Taste drücken… Esc bricht ab</translation></message>
<message><source>Preview</source>
<translation>Vorschau</translation></message>
<message><source>Preview of {a}, not a version</source>
<translation>Vorschau von {a}, keine Version</translation></message>
<message><source>Previous boundary</source>
<translation>Vorheriger Übergang</translation></message>
<message><source>Previous panel</source>
<translation>Vorheriger Bereich</translation></message>
<message><source>Previous segment</source>
<translation>Vorheriges Segment</translation></message>
<message><source>Previous visible jump</source>
<translation>Vorheriger sichtbarer Sprung</translation></message>
<message><source>ProRes 422 HQ: every frame encoded</source>
<translation>ProRes 422 HQ: jeder Frame wird kodiert</translation></message>
<message><source>Progress of {job}</source>
<translation>Fortschritt von {job}</translation></message>
<message><source>Project</source>
<translation>Projekt</translation></message>
<message><source>Prompt</source>
<translation>Prompt</translation></message>
<message><source>Prompts</source>
<translation>Prompts</translation></message>
<message><source>Prompts, one a line</source>
<translation>Prompts, einer pro Zeile</translation></message>
<message><source>Proposed from wrong calls</source>
<translation>Aus falschen Urteilen vorgeschlagen</translation></message>
<message><source>Put a folder in its place</source>
<translation>Stattdessen einen Ordner anlegen</translation></message>
<message><source>Put clips in order</source>
<translation>Clips in Reihenfolge bringen</translation></message>
<message><source>Put it back and submit the job again, or regenerate the segment</source>
<translation>Datei zurücklegen und den Auftrag noch einmal senden oder das Segment neu generieren</translation></message>
<message><source>Put the clip back and check the boundary again</source>
<translation>Den Clip zurücklegen und den Übergang noch einmal prüfen</translation></message>
<message><source>Put the clip back and submit the job again: nothing is rendered again</source>
<translation>Den Clip zurücklegen und den Auftrag noch einmal senden: nichts wird neu gerendert</translation></message>
<message><source>Put the file back, or regenerate the segment</source>
<translation>Datei zurücklegen oder das Segment neu generieren</translation></message>
<message><source>Put the file back, use another version, or regenerate. The rest still works.</source>
<translation>Die Datei zurücklegen, eine andere Version verwenden oder neu generieren. Alles andere geht weiter.</translation></message>
<message><source>Put the neighbour's clip back and submit the job again: nothing is rendered again</source>
<translation>Den Clip des Nachbarn zurücklegen und den Auftrag noch einmal senden: nichts wird neu gerendert</translation></message>
<message><source>Putting the clip back</source>
<translation>Der Clip wird zurückgelegt</translation></message>
<message><source>Python {a}</source>
<translation>Python {a}</translation></message>
<message><source>QA score {what}: {word}</source>
<translation>QA-Punkte {what}: {word}</translation></message>
<message><source>QA {word}, {what}</source>
<translation>QA {word}, {what}</translation></message>
<message><source>Quality checks</source>
<translation>Qualitätsprüfungen</translation></message>
<message><source>Quality gates</source>
<translation>Qualitätsgrenzen</translation></message>
<message><source>Queue</source>
<translation>Warteschlange</translation></message>
<message><source>Queued</source>
<translation>Eingereiht</translation></message>
<message><source>Quieter</source>
<translation>Leiser</translation></message>
<message><source>Quit</source>
<translation>Beenden</translation></message>
<message><source>Rate</source>
<translation>Rate</translation></message>
<message><source>Re-anchor segment {number}…</source>
<translation>Segment {number} neu verankern…</translation></message>
<message><source>Re-anchored to {numbers}</source>
<translation>Neu verankert an {numbers}</translation></message>
<message><source>Re-anchored: made from the {a}{b}</source>
<translation>Neu verankert: gemacht aus {a}{b}</translation></message>
<message><source>Re-anchoring the seed frame</source>
<translation>Der Startframe wird neu verankert</translation></message>
<message><source>Re-anchor…</source>
<translation>Neu verankern…</translation></message>
<message><source>Read the report</source>
<translation>Bericht lesen</translation></message>
<message><source>Read-only</source>
<translation>Schreibgeschützt</translation></message>
<message><source>Reading a picture</source>
<translation>Ein Bild wird gelesen</translation></message>
<message><source>Reading a preview</source>
<translation>Eine Vorschau wird gelesen</translation></message>
<message><source>Reading a server's history</source>
<translation>Der Verlauf eines Servers wird gelesen</translation></message>
<message><source>Reading a version</source>
<translation>Eine Version wird gelesen</translation></message>
<message><source>Reading a workflow</source>
<translation>Ein Workflow wird gelesen</translation></message>
<message><source>Reading clips</source>
<translation>Clips werden gelesen</translation></message>
<message><source>Reading decisions</source>
<translation>Entscheidungen werden gelesen</translation></message>
<message><source>Reading drawings</source>
<translation>Zeichnungen werden gelesen</translation></message>
<message><source>Reading frames</source>
<translation>Frames werden gelesen</translation></message>
<message><source>Reading past renders</source>
<translation>Frühere Renderzeiten werden gelesen</translation></message>
<message><source>Reading reports</source>
<translation>Berichte werden gelesen</translation></message>
<message><source>Reading the boundaries' frames</source>
<translation>Die Frames der Übergänge werden gelesen</translation></message>
<message><source>Reading the boundary</source>
<translation>Der Übergang wird gelesen</translation></message>
<message><source>Reading the clips…</source>
<translation>Die Clips werden gelesen…</translation></message>
<message><source>Reading the decisions</source>
<translation>Die Entscheidungen werden gelesen</translation></message>
<message><source>Reading the history</source>
<translation>Der Verlauf wird gelesen</translation></message>
<message><source>Reading the last frames</source>
<translation>Die letzten Frames werden gelesen</translation></message>
<message><source>Reading the last frames…</source>
<translation>Die letzten Frames werden gelesen…</translation></message>
<message><source>Reading the list of servers</source>
<translation>Die Liste der Server wird gelesen</translation></message>
<message><source>Reading the next frame</source>
<translation>Der nächste Frame wird gelesen</translation></message>
<message><source>Reading the project</source>
<translation>Das Projekt wird gelesen</translation></message>
<message><source>Reading the reference picture</source>
<translation>Das Referenzbild wird gelesen</translation></message>
<message><source>Reading the report</source>
<translation>Der Bericht wird gelesen</translation></message>
<message><source>Reading the seed frame</source>
<translation>Der Startframe wird gelesen</translation></message>
<message><source>Reading the segment</source>
<translation>Das Segment wird gelesen</translation></message>
<message><source>Reading the versions</source>
<translation>Die Versionen werden gelesen</translation></message>
<message><source>Reading the workflow</source>
<translation>Der Workflow wird gelesen</translation></message>
<message><source>Reading the workflows</source>
<translation>Die Workflows werden gelesen</translation></message>
<message><source>Reading wrong calls</source>
<translation>Falsche Urteile werden gelesen</translation></message>
<message><source>Reading {name}</source>
<translation>{name} wird gelesen</translation></message>
<message><source>Reason to accept the boundary as it is</source>
<translation>Grund, den Übergang anzunehmen, wie er ist</translation></message>
<message><source>Recent projects</source>
<translation>Zuletzt geöffnete Projekte</translation></message>
<message><source>Recommended.</source>
<translation>Empfohlen.</translation></message>
<message><source>Record a key</source>
<translation>Taste aufnehmen</translation></message>
<message><source>Rectangle</source>
<translation>Rechteck</translation></message>
<message><source>Red</source>
<translation>Rot</translation></message>
<message><source>Redder</source>
<translation>Röter</translation></message>
<message><source>Redo</source>
<translation>Wiederholen</translation></message>
<message><source>Redo {step}</source>
<translation>{step} wiederholen</translation></message>
<message><source>Reference  {name}</source>
<translation>Referenz  {name}</translation></message>
<message><source>Reference picture</source>
<translation>Referenzbild</translation></message>
<message><source>Refused without a reason</source>
<translation>Ohne Grund abgelehnt</translation></message>
<message><source>Regenerate all of it</source>
<translation>Es ganz neu generieren</translation></message>
<message><source>Regenerate from frame</source>
<translation>Neu generieren ab Frame</translation></message>
<message><source>Regenerate from here on…</source>
<translation>Ab hier neu generieren…</translation></message>
<message><source>Regenerate from this frame on…</source>
<translation>Ab diesem Frame neu generieren…</translation></message>
<message><source>Regenerate it from its own seed frame, or choose another picture</source>
<translation>Aus dem eigenen Startframe neu generieren oder ein anderes Bild wählen</translation></message>
<message><source>Regenerate it from its seed frame, corrected to the look of the first segments</source>
<translation>Aus seinem Startframe neu generieren, an das Aussehen der ersten Segmente angeglichen</translation></message>
<message><source>Regenerate segment {number}</source>
<translation>Segment {number} neu generieren</translation></message>
<message><source>Regenerate segment {number} from frame {frame}</source>
<translation>Segment {number} ab Frame {frame} neu generieren</translation></message>
<message><source>Regenerate segment {number} from this frame</source>
<translation>Segment {number} ab diesem Frame neu generieren</translation></message>
<message><source>Regenerate segment {right}; smoothing seldom helps here.</source>
<translation>Segment {right} neu generieren; Glätten hilft hier selten.</translation></message>
<message><source>Regenerate the segment</source>
<translation>Das Segment neu generieren</translation></message>
<message><source>Regenerate {a}</source>
<translation>{a} neu generieren</translation></message>
<message><source>Regenerate {many}…</source>
<translation>{many} neu generieren…</translation></message>
<message><source>Regenerate {number}…</source>
<translation>{number} neu generieren…</translation></message>
<message><source>Regenerate {segments}</source>
<translation>{segments} neu generieren</translation></message>
<message><source>Regenerate: make another version</source>
<translation>Neu generieren: eine weitere Version machen</translation></message>
<message><source>Regenerate…</source>
<translation>Neu generieren…</translation></message>
<message><source>Regenerating segment {a}</source>
<translation>Segment {a} wird neu generiert</translation></message>
<message><source>Regenerating {a}</source>
<translation>{a} wird neu generiert</translation></message>
<message><source>Remove</source>
<translation>Entfernen</translation></message>
<message><source>Remove all the same</source>
<translation>Trotzdem entfernen</translation></message>
<message><source>Remove files of the other takes…</source>
<translation>Dateien der anderen Takes entfernen…</translation></message>
<message><source>Remove file…</source>
<translation>Datei entfernen…</translation></message>
<message><source>Remove from the scene</source>
<translation>Aus der Szene entfernen</translation></message>
<message><source>Remove it</source>
<translation>Entfernen</translation></message>
<message><source>Remove keys</source>
<translation>Tasten entfernen</translation></message>
<message><source>Remove note</source>
<translation>Notiz entfernen</translation></message>
<message><source>Remove preset {name}</source>
<translation>Voreinstellung {name} entfernen</translation></message>
<message><source>Remove segment {}</source>
<translation>Segment {} entfernen</translation></message>
<message><source>Remove the cut</source>
<translation>Schnitt entfernen</translation></message>
<message><source>Remove the fix, or apply it again.</source>
<translation>Die Korrektur entfernen oder noch einmal anwenden.</translation></message>
<message><source>Remove the note at</source>
<translation>Notiz entfernen bei</translation></message>
<message><source>Remove the report</source>
<translation>Bericht entfernen</translation></message>
<message><source>Remove this server</source>
<translation>Diesen Server entfernen</translation></message>
<message><source>Remove treatment of {place}</source>
<translation>Behandlung von {place} entfernen</translation></message>
<message><source>Remove {a}</source>
<translation>{a} entfernen</translation></message>
<message><source>Remove {name}? Versions that were made with it keep their own.</source>
<translation>{name} entfernen? Versionen, die damit gemacht wurden, behalten ihren eigenen.</translation></message>
<message><source>Remove {server}</source>
<translation>{server} entfernen</translation></message>
<message><source>Removes {frames}: {sides}.</source>
<translation>Entfernt {frames}: {sides}.</translation></message>
<message><source>Removing a note</source>
<translation>Eine Notiz wird entfernt</translation></message>
<message><source>Removing a preset</source>
<translation>Eine Voreinstellung wird entfernt</translation></message>
<message><source>Removing a server</source>
<translation>Ein Server wird entfernt</translation></message>
<message><source>Removing a workflow</source>
<translation>Ein Workflow wird entfernt</translation></message>
<message><source>Removing files</source>
<translation>Dateien werden entfernt</translation></message>
<message><source>Removing segment {a}</source>
<translation>Segment {a} wird entfernt</translation></message>
<message><source>Removing the report</source>
<translation>Der Bericht wird entfernt</translation></message>
<message><source>Rename scene to "{after}"</source>
<translation>Szene umbenennen in „{after}“</translation></message>
<message><source>Rename scene…</source>
<translation>Szene umbenennen…</translation></message>
<message><source>Renaming a workflow</source>
<translation>Ein Workflow wird umbenannt</translation></message>
<message><source>Renaming the scene</source>
<translation>Die Szene wird umbenannt</translation></message>
<message><source>Render fewer frames or a smaller picture, and save it compressed</source>
<translation>Weniger Frames oder ein kleineres Bild rendern und komprimiert sichern</translation></message>
<message><source>Render it again with another seed: ComfyUI would name the deleted file again</source>
<translation>Mit einem anderen Seed noch einmal rendern: ComfyUI würde sonst die gelöschte Datei wieder nennen</translation></message>
<message><source>Render of {a}</source>
<translation>Rendering von {a}</translation></message>
<message><source>Render or export it again</source>
<translation>Noch einmal rendern oder exportieren</translation></message>
<message><source>Render this segment again</source>
<translation>Dieses Segment noch einmal rendern</translation></message>
<message><source>Render this segment again from its seed frame</source>
<translation>Dieses Segment aus seinem Startframe noch einmal rendern</translation></message>
<message><source>Rendering the remedy for {label}</source>
<translation>Die Korrektur für {label} wird gerendert</translation></message>
<message><source>Renders stay as versions, and purged files are gone: neither can be undone.</source>
<translation>Gerenderte Ergebnisse bleiben als Versionen, und endgültig gelöschte Dateien sind weg: Beides lässt sich nicht rückgängig machen.</translation></message>
<message><source>Renew it on the server, and check this computer's clock</source>
<translation>Es auf dem Server erneuern und die Uhr dieses Rechners prüfen</translation></message>
<message><source>Repair it in ComfyUI</source>
<translation>Ihn in ComfyUI reparieren</translation></message>
<message><source>Repair the links in ComfyUI</source>
<translation>Die Verbindungen in ComfyUI reparieren</translation></message>
<message><source>Repeated frame: {a}</source>
<translation>Wiederholter Frame: {a}</translation></message>
<message><source>Repeated frames</source>
<translation>Wiederholte Frames</translation></message>
<message><source>Repeated frames at equal distances, and hard cuts; reads the whole clip</source>
<translation>Wiederholte Frames in gleichen Abständen und harte Schnitte; liest den ganzen Clip</translation></message>
<message><source>Repeated seed frame</source>
<translation>Wiederholter Startframe</translation></message>
<message><source>Replace…</source>
<translation>Ersetzen…</translation></message>
<message><source>Report</source>
<translation>Bericht</translation></message>
<message><source>Report of a mistake</source>
<translation>Bericht über einen Fehler</translation></message>
<message><source>Report this with the clips concerned</source>
<translation>Dies mit den betroffenen Clips melden</translation></message>
<message><source>Report with every boundary (.html)</source>
<translation>Bericht mit jedem Übergang (.html)</translation></message>
<message><source>Reset</source>
<translation>Zurücksetzen</translation></message>
<message><source>Reset all</source>
<translation>Alle zurücksetzen</translation></message>
<message><source>Reset layout</source>
<translation>Layout zurücksetzen</translation></message>
<message><source>Reset to defaults</source>
<translation>Zurücksetzen</translation></message>
<message><source>Reset to {version}</source>
<translation>Auf {version} zurücksetzen</translation></message>
<message><source>Resolve</source>
<translation>Erledigen</translation></message>
<message><source>Resolve the note at</source>
<translation>Notiz erledigen bei</translation></message>
<message><source>Resolved by {resolved_by}, {when}</source>
<translation>Erledigt von {resolved_by}, {when}</translation></message>
<message><source>Resolving a note</source>
<translation>Eine Notiz wird erledigt</translation></message>
<message><source>Restitch</source>
<translation>Restitch</translation></message>
<message><source>Restitch does not write {pixel_format}</source>
<translation>Restitch schreibt kein {pixel_format}</translation></message>
<message><source>Restitch found no input for the seed frame</source>
<translation>Restitch fand keinen Eingang für den Startframe</translation></message>
<message><source>Restitch found no video output</source>
<translation>Restitch fand keine Videoausgabe</translation></message>
<message><source>Restitch found {several} the seed frame</source>
<translation>Restitch fand {several} den Startframe</translation></message>
<message><source>Restitch is free software under the GNU General Public License, version 3 or later. It comes without any warranty.

Qt and PySide6: LGPL 3. FFmpeg through PyAV: LGPL 2.1 or later, with parts under the GPL. OpenCV: Apache 2.0. Icons: Lucide, ISC, parts from Feather, MIT.</source>
<translation>Restitch ist freie Software unter der GNU General Public License, Version 3 oder später. Es kommt ohne jede Gewährleistung.

Qt und PySide6: LGPL 3. FFmpeg durch PyAV: LGPL 2.1 oder später, in Teilen unter der GPL. OpenCV: Apache 2.0. Symbole: Lucide, ISC, Teile von Feather, MIT.</translation></message>
<message><source>Restitch made a mistake</source>
<translation>Restitch hat einen Fehler gemacht</translation></message>
<message><source>Restitch made a mistake.</source>
<translation>Restitch hat einen Fehler gemacht.</translation></message>
<message><source>Restitch made a mistake: its window could not be made.</source>
<translation>Restitch hat einen Fehler gemacht: Sein Fenster konnte nicht aufgebaut werden.</translation></message>
<message><source>Restitch tries again; look at ComfyUI's own window if it goes on</source>
<translation>Restitch versucht es erneut; das Fenster von ComfyUI ansehen, wenn es so weitergeht</translation></message>
<message><source>Restitch uploads the frame after the bridge itself</source>
<translation>Den Frame danach lädt Restitch selbst hoch</translation></message>
<message><source>Restitch uploads the frame before the bridge itself</source>
<translation>Den Frame davor lädt Restitch selbst hoch</translation></message>
<message><source>Restitch uploads the picture itself and would put it in the place of {a}</source>
<translation>Restitch lädt das Bild selbst hoch und setzt es an die Stelle von {a}</translation></message>
<message><source>Restitch {a}</source>
<translation>Restitch {a}</translation></message>
<message><source>Restitch {version}</source>
<translation>Restitch {version}</translation></message>
<message><source>Restitch {version} is out.</source>
<translation>Restitch {version} ist erschienen.</translation></message>
<message><source>Restore it, or make another version current</source>
<translation>Sie wiederherstellen oder eine andere Version aktuell machen</translation></message>
<message><source>Restore the file and submit the job again, or choose another {what}</source>
<translation>Die Datei wiederherstellen und den Auftrag noch einmal senden oder etwas anderes wählen ({what})</translation></message>
<message><source>Restore the file from a backup, or make another version current</source>
<translation>Die Datei aus einer Sicherung wiederherstellen oder eine andere Version aktuell machen</translation></message>
<message><source>Result</source>
<translation>Ergebnis</translation></message>
<message><source>Result, the node whose video is taken</source>
<translation>Ergebnis, der Node, dessen Video verwendet wird</translation></message>
<message><source>Retry</source>
<translation>Erneut versuchen</translation></message>
<message><source>Retry the render</source>
<translation>Das Rendering noch einmal versuchen</translation></message>
<message><source>Review</source>
<translation>Ansehen</translation></message>
<message><source>Revoke</source>
<translation>Widerrufen</translation></message>
<message><source>Revoking a token</source>
<translation>Ein Token wird widerrufen</translation></message>
<message><source>Run the workflow in ComfyUI itself to see why, then submit the job again</source>
<translation>Den Workflow in ComfyUI selbst laufen lassen, um zu sehen, warum, dann den Auftrag noch einmal senden</translation></message>
<message><source>SSIM of neighbouring frames in this scene: {told}</source>
<translation>SSIM benachbarter Frames in dieser Szene: {told}</translation></message>
<message><source>SSIM {natural_min} to {natural_max}</source>
<translation>SSIM {natural_min} bis {natural_max}</translation></message>
<message><source>SSIM {same} and {other}; motion {across} px, not {shift_px}</source>
<translation>SSIM {same} und {other}; Bewegung {across} px, nicht {shift_px}</translation></message>
<message><source>SSIM {ssim} and {ssim_2} are below {threshold}</source>
<translation>SSIM {ssim} und {ssim_2} liegen unter {threshold}</translation></message>
<message><source>SSIM {ssim} is below {shown}</source>
<translation>SSIM {ssim} liegt unter {shown}</translation></message>
<message><source>SSIM {value}, {a} dB</source>
<translation>SSIM {value}, {a} dB</translation></message>
<message><source>SSIM, 12 pairs each side</source>
<translation>SSIM, 12 Paare auf jeder Seite</translation></message>
<message><source>Said {moment}</source>
<translation>Gesagt {moment}</translation></message>
<message><source>Same</source>
<translation>Gleich</translation></message>
<message><source>Save</source>
<translation>Speichern</translation></message>
<message><source>Save as…</source>
<translation>Sichern unter…</translation></message>
<message><source>Save frame</source>
<translation>Frame speichern</translation></message>
<message><source>Save note</source>
<translation>Notiz sichern</translation></message>
<message><source>Save the report</source>
<translation>Bericht sichern</translation></message>
<message><source>Save these values…</source>
<translation>Diese Werte speichern…</translation></message>
<message><source>Save values</source>
<translation>Werte speichern</translation></message>
<message><source>Saved as {path}</source>
<translation>Gesichert als {path}</translation></message>
<message><source>Saved {time}</source>
<translation>Gesichert {time}</translation></message>
<message><source>Saved: what rendering all later segments again would have cost</source>
<translation>Gespart: was das erneute Rendern aller späteren Segmente gekostet hätte</translation></message>
<message><source>Saving the frame</source>
<translation>Der Frame wird gesichert</translation></message>
<message><source>Say that it is good</source>
<translation>Sagen, dass es gut ist</translation></message>
<message><source>Say that it is good as it is; it is no longer stale then</source>
<translation>Sagen, dass es gut ist, wie es ist; dann ist es nicht mehr veraltet</translation></message>
<message><source>Say where the clip lies, and put it back</source>
<translation>Sagen, wo der Clip liegt, und ihn zurücklegen</translation></message>
<message><source>Say which input it is under Workflow ▸ Inputs</source>
<translation>Unter Workflow ▸ Eingänge sagen, welcher Eingang es ist</translation></message>
<message><source>Say which with --scene</source>
<translation>Mit --scene sagen, welche</translation></message>
<message><source>Say with Wrong call, in the menu of a boundary, where you see something else than Restitch. From several that agree it works out limits that fit this project better.</source>
<translation>Im Menü eines Übergangs lässt sich mit „Falsches Urteil“ sagen, wo etwas anderes zu sehen ist als Restitch meint. Aus mehreren übereinstimmenden errechnet es Grenzwerte, die besser zu diesem Projekt passen.</translation></message>
<message><source>Say yes a second time to remove it</source>
<translation>Ein zweites Mal zustimmen, um sie zu entfernen</translation></message>
<message><source>Scale of the difference, from same to very different</source>
<translation>Skala der Differenz, von gleich bis sehr verschieden</translation></message>
<message><source>Scene</source>
<translation>Szene</translation></message>
<message><source>Scene 1</source>
<translation>Szene 1</translation></message>
<message><source>Scene order</source>
<translation>Reihenfolge der Szene</translation></message>
<message><source>Scene · {count}</source>
<translation>Szene · {count}</translation></message>
<message><source>Scene: {a} segments, {width}×{height}, {b} fps</source>
<translation>Szene: {a} Segmente, {width}×{height}, {b} fps</translation></message>
<message><source>Scenes are made from clips, each in a project of its own.</source>
<translation>Szenen entstehen aus Clips, jede in einem eigenen Projekt.</translation></message>
<message><source>Scenes of this project: {names}</source>
<translation>Szenen dieses Projekts: {names}</translation></message>
<message><source>Score {told}</source>
<translation>Punkte {told}</translation></message>
<message><source>Screens: {a} ({platform})</source>
<translation>Bildschirme: {a} ({platform})</translation></message>
<message><source>Scripts can check boundaries, regenerate, decide and export over HTTP. Only this computer is answered, web pages are refused, and every call needs the token.</source>
<translation>Skripte können über HTTP Übergänge prüfen, neu generieren, entscheiden und exportieren. Nur diesem Computer wird geantwortet, Webseiten werden abgewiesen, und jeder Aufruf braucht das Token.</translation></message>
<message><source>Search</source>
<translation>Suche</translation></message>
<message><source>Search actions</source>
<translation>Aktionen suchen</translation></message>
<message><source>Search by action or key</source>
<translation>Nach Aktion oder Taste suchen</translation></message>
<message><source>Search by key or by what it does</source>
<translation>Nach Taste oder Funktion suchen</translation></message>
<message><source>Search shortcuts</source>
<translation>Tastenkürzel suchen</translation></message>
<message><source>See and correct what its inputs mean</source>
<translation>Ansehen und berichtigen, was seine Eingänge bedeuten</translation></message>
<message><source>See the list with: restitch servers</source>
<translation>Die Liste zeigt: restitch servers</translation></message>
<message><source>Seed</source>
<translation>Seed</translation></message>
<message><source>Seed frame</source>
<translation>Startframe</translation></message>
<message><source>Seed frame match</source>
<translation>Treue zum Startframe</translation></message>
<message><source>Seed frame, {where}</source>
<translation>Startframe, {where}</translation></message>
<message><source>Seed frame: {a}{b}</source>
<translation>Startframe: {a}{b}</translation></message>
<message><source>Seed of {node}</source>
<translation>Seed von {node}</translation></message>
<message><source>Seed {number}</source>
<translation>Seed {number}</translation></message>
<message><source>Seeds</source>
<translation>Seeds</translation></message>
<message><source>Segment</source>
<translation>Segment</translation></message>
<message><source>Segment after segment</source>
<translation>Segment für Segment</translation></message>
<message><source>Segment {at_index} ends as it did before, so nothing after it is stale</source>
<translation>Segment {at_index} endet wie zuvor, also ist danach nichts veraltet</translation></message>
<message><source>Segment {a}</source>
<translation>Segment {a}</translation></message>
<message><source>Segment {a} has no v{number}</source>
<translation>Segment {a} hat kein v{number}</translation></message>
<message><source>Segment {a} has no workflow</source>
<translation>Segment {a} hat keinen Workflow</translation></message>
<message><source>Segment {a} has {total} frames, and one has to play</source>
<translation>Segment {a} hat {total} Frames, und einer muss spielen</translation></message>
<message><source>Segment {a} is segment {b} now</source>
<translation>Segment {a} ist jetzt Segment {b}</translation></message>
<message><source>Segment {a} is two now</source>
<translation>Segment {a} ist jetzt zwei</translation></message>
<message><source>Segment {a} needs no re-anchoring</source>
<translation>Segment {a} braucht keine neue Verankerung</translation></message>
<message><source>Segment {a} stands in another place by now</source>
<translation>Segment {a} steht inzwischen an einem anderen Platz</translation></message>
<message><source>Segment {a} stands there already</source>
<translation>Segment {a} steht schon dort</translation></message>
<message><source>Segment {a} v{number}</source>
<translation>Segment {a} v{number}</translation></message>
<message><source>Segment {a} v{number} was made from another file</source>
<translation>Segment {a} v{number} entstand aus einer anderen Datei</translation></message>
<message><source>Segment {a} was taken out; its files stay</source>
<translation>Segment {a} wurde herausgenommen; seine Dateien bleiben</translation></message>
<message><source>Segment {a}: v{number}</source>
<translation>Segment {a}: v{number}</translation></message>
<message><source>Segment {left} ends, segment {right} starts</source>
<translation>Segment {left} endet, Segment {right} beginnt</translation></message>
<message><source>Segment {number}</source>
<translation>Segment {number}</translation></message>
<message><source>Segment {number} cannot be regenerated from frame {a} on</source>
<translation>Segment {number} kann nicht ab Frame {a} neu generiert werden</translation></message>
<message><source>Segment {number} cannot be split at frame {a}</source>
<translation>Segment {number} kann nicht bei Frame {a} geteilt werden</translation></message>
<message><source>Segment {number} is approved.</source>
<translation>Segment {number} ist freigegeben.</translation></message>
<message><source>Segment {number} is left out: {reason}.</source>
<translation>Segment {number} bleibt außen vor: {reason}.</translation></message>
<message><source>Segment {number} of {count} is regenerated, {later} after may need re-checking</source>
<translation>Segment {number} von {count} wird neu generiert, {later} danach sind eventuell neu zu prüfen</translation></message>
<message><source>Segment {number} was generated from a frame that has been replaced.</source>
<translation>Segment {number} wurde aus einem Frame generiert, der ersetzt wurde.</translation></message>
<message><source>Segment {number} was made from a picture that was chosen for it.</source>
<translation>Segment {number} entstand aus einem dafür gewählten Bild.</translation></message>
<message><source>Segment {number} {name}</source>
<translation>Segment {number} {name}</translation></message>
<message><source>Segment {number}, first{frame}</source>
<translation>Segment {number}, Anfang{frame}</translation></message>
<message><source>Segment {number}, last{frame}</source>
<translation>Segment {number}, Ende{frame}</translation></message>
<message><source>Segment {right} was generated from a frame that has been replaced</source>
<translation>Segment {right} entstand aus einem Frame, der ersetzt worden ist</translation></message>
<message><source>Segment {segment} failed</source>
<translation>Segment {segment} ist fehlgeschlagen</translation></message>
<message><source>Segment {segment} failed its checks</source>
<translation>Segment {segment} hat seine Prüfungen nicht bestanden</translation></message>
<message><source>Segment {segment} waits for your choice</source>
<translation>Segment {segment} wartet auf Ihre Wahl</translation></message>
<message><source>Segment {segment} was cancelled</source>
<translation>Segment {segment} wurde abgebrochen</translation></message>
<message><source>Segment {segment}, </source>
<translation>Segment {segment}, </translation></message>
<message><source>Segment {segment}, {a}</source>
<translation>Segment {segment}, {a}</translation></message>
<message><source>Segments</source>
<translation>Segmente</translation></message>
<message><source>Segments {a}</source>
<translation>Segmente {a}</translation></message>
<message><source>Segments {a} and {b} are too short, or the boundary on their other side uses the same frames</source>
<translation>Segmente {a} und {b} sind zu kurz, oder der Übergang auf ihrer anderen Seite nutzt dieselben Frames</translation></message>
<message><source>Segments {first} to {last} of {count} are regenerated, {later} after may need re-checking</source>
<translation>Segmente {first} bis {last} von {count} werden neu generiert, {later} danach sind eventuell neu zu prüfen</translation></message>
<message><source>Select a boundary first</source>
<translation>Zuerst einen Übergang auswählen</translation></message>
<message><source>Select a boundary in the timeline</source>
<translation>Einen Übergang in der Zeitleiste wählen</translation></message>
<message><source>Select a boundary in the timeline.</source>
<translation>Einen Übergang in der Zeitleiste wählen.</translation></message>
<message><source>Select all segments</source>
<translation>Alle Segmente auswählen</translation></message>
<message><source>Select one clip to cut it</source>
<translation>Zum Schneiden einen Clip auswählen</translation></message>
<message><source>Select pieces of one clip that follow each other</source>
<translation>Aufeinanderfolgende Stücke eines Clips auswählen</translation></message>
<message><source>Server</source>
<translation>Server</translation></message>
<message><source>Server of new jobs</source>
<translation>Server neuer Aufträge</translation></message>
<message><source>Server: {url}, {version}, {how}</source>
<translation>Server: {url}, {version}, {how}</translation></message>
<message><source>Servers</source>
<translation>Server</translation></message>
<message><source>Servers and their queues</source>
<translation>Server und ihre Warteschlangen</translation></message>
<message><source>Servers…</source>
<translation>Server…</translation></message>
<message><source>Serving the HTTP API</source>
<translation>Die HTTP-API wird angeboten</translation></message>
<message><source>Set in point</source>
<translation>In-Punkt setzen</translation></message>
<message><source>Set its key under Settings ▸ Servers, or with: restitch servers add URL --key-stdin</source>
<translation>Den Schlüssel setzen: Einstellungen ▸ Server, oder mit: restitch servers add URL --key-stdin</translation></message>
<message><source>Set out point</source>
<translation>Out-Punkt setzen</translation></message>
<message><source>Set the value of the node that feeds it</source>
<translation>Den Wert des Knotens setzen, der ihn speist</translation></message>
<message><source>Settings</source>
<translation>Einstellungen</translation></message>
<message><source>Settings…</source>
<translation>Einstellungen…</translation></message>
<message><source>Several takes with one seed would all be the same</source>
<translation>Mehrere Takes mit einem Seed wären alle gleich</translation></message>
<message><source>Several…</source>
<translation>Mehrere…</translation></message>
<message><source>Sharp beside the sharpest, SSIM with the last one</source>
<translation>Schärfe neben dem schärfsten, SSIM mit dem letzten</translation></message>
<message><source>Sharper</source>
<translation>Schärfer</translation></message>
<message><source>Sharpness</source>
<translation>Schärfe</translation></message>
<message><source>Sharpness holds from start to end.</source>
<translation>Die Schärfe hält von Anfang bis Ende.</translation></message>
<message><source>Sharpness lost from frame to frame</source>
<translation>Schärfeverlust je Frame</translation></message>
<message><source>Sharpness lost over the segment</source>
<translation>Schärfeverlust im Segment</translation></message>
<message><source>Sharpness ramp</source>
<translation>Schärferampe</translation></message>
<message><source>Sharpness steps</source>
<translation>Schärfe springt</translation></message>
<message><source>Sharpness {sharpness} · mean brightness {a} %</source>
<translation>Schärfe {sharpness} · mittlere Helligkeit {a} %</translation></message>
<message><source>Shifted by {told}</source>
<translation>Verschoben um {told}</translation></message>
<message><source>Shortcuts</source>
<translation>Tastenkürzel</translation></message>
<message><source>Show</source>
<translation>Zeigen</translation></message>
<message><source>Show fewer</source>
<translation>Weniger zeigen</translation></message>
<message><source>Show file</source>
<translation>Datei zeigen</translation></message>
<message><source>Show hints</source>
<translation>Hinweise zeigen</translation></message>
<message><source>Show in folder</source>
<translation>Im Ordner zeigen</translation></message>
<message><source>Show it</source>
<translation>Zeigen</translation></message>
<message><source>Show log</source>
<translation>Protokoll zeigen</translation></message>
<message><source>Show one now</source>
<translation>Jetzt eine zeigen</translation></message>
<message><source>Show only boundaries or segments of one kind</source>
<translation>Nur Übergänge oder Segmente einer Art zeigen</translation></message>
<message><source>Show preview</source>
<translation>Vorschau zeigen</translation></message>
<message><source>Show segment {number}</source>
<translation>Segment {number} zeigen</translation></message>
<message><source>Show the field: {problem}</source>
<translation>Das Feld zeigen: {problem}</translation></message>
<message><source>Show the whole scene</source>
<translation>Ganze Szene zeigen</translation></message>
<message><source>Show v{number} as A</source>
<translation>v{number} als A zeigen</translation></message>
<message><source>Show v{number} as B</source>
<translation>v{number} als B zeigen</translation></message>
<message><source>Show {current}</source>
<translation>{current} zeigen</translation></message>
<message><source>Show {hidden} more that were tried</source>
<translation>{hidden} weitere Versuche zeigen</translation></message>
<message><source>Shown in the timeline</source>
<translation>In der Zeitleiste gezeigt</translation></message>
<message><source>Shown in the timeline: {told}</source>
<translation>In der Zeitleiste gezeigt: {told}</translation></message>
<message><source>Shown now: {a} {b}</source>
<translation>Jetzt gezeigt: {a} {b}</translation></message>
<message><source>Side by side</source>
<translation>Nebeneinander</translation></message>
<message><source>Similarity dips below what is natural here.</source>
<translation>Die Ähnlichkeit fällt unter das, was hier natürlich ist.</translation></message>
<message><source>Similarity of neighbouring frames</source>
<translation>Ähnlichkeit benachbarter Frames</translation></message>
<message><source>Similarity of neighbouring frames: {a} at the boundary</source>
<translation>Ähnlichkeit benachbarter Frames: {a} am Übergang</translation></message>
<message><source>Simplify it in ComfyUI</source>
<translation>Ihn in ComfyUI vereinfachen</translation></message>
<message><source>Single</source>
<translation>Einzeln</translation></message>
<message><source>Size</source>
<translation>Größe</translation></message>
<message><source>Slightly softer: sharpness {percent}.</source>
<translation>Etwas weicher: Schärfe {percent}.</translation></message>
<message><source>Small picture</source>
<translation>Kleines Bild</translation></message>
<message><source>Smooth</source>
<translation>Glatt</translation></message>
<message><source>Smooth from</source>
<translation>Glatt ab</translation></message>
<message><source>Smooth from {smooth}</source>
<translation>Glatt ab {smooth}</translation></message>
<message><source>Smooth it, or regenerate segment {right}.</source>
<translation>Glätten oder Segment {right} neu generieren.</translation></message>
<message><source>Smooth ≥ {a}</source>
<translation>Glatt ≥ {a}</translation></message>
<message><source>Smoothed: {name}.</source>
<translation>Geglättet: {name}.</translation></message>
<message><source>Smoothing a boundary</source>
<translation>Ein Übergang wird geglättet</translation></message>
<message><source>Softening</source>
<translation>Weicher werden</translation></message>
<message><source>Softens the picture</source>
<translation>Macht das Bild weicher</translation></message>
<message><source>Softer</source>
<translation>Weicher</translation></message>
<message><source>Softness is handed on: the next segment starts from the last frame.</source>
<translation>Weichheit vererbt sich: das nächste Segment beginnt mit dem letzten Frame.</translation></message>
<message><source>Something else was decided meanwhile</source>
<translation>Inzwischen wurde etwas anderes entschieden</translation></message>
<message><source>Sound</source>
<translation>Ton</translation></message>
<message><source>Sound at {what} %.</source>
<translation>Ton bei {what} %.</translation></message>
<message><source>Sound is off: {what}.</source>
<translation>Ton ist aus: {what}.</translation></message>
<message><source>Sound muted</source>
<translation>Ton stumm</translation></message>
<message><source>Sound {percent}</source>
<translation>Ton {percent}</translation></message>
<message><source>Speed {speed_text}</source>
<translation>Tempo {speed_text}</translation></message>
<message><source>Speed {speed}</source>
<translation>Tempo {speed}</translation></message>
<message><source>Split at this frame</source>
<translation>An diesem Frame teilen</translation></message>
<message><source>Split segment {}</source>
<translation>Segment {} teilen</translation></message>
<message><source>Splitting segment {a}</source>
<translation>Segment {a} wird geteilt</translation></message>
<message><source>Splitting the segment</source>
<translation>Das Segment wird geteilt</translation></message>
<message><source>Stale</source>
<translation>Veraltet</translation></message>
<message><source>Stale segments</source>
<translation>Veraltete Segmente</translation></message>
<message><source>Stale · follows {a}</source>
<translation>Veraltet · folgt {a}</translation></message>
<message><source>Stale · seed changed</source>
<translation>Veraltet · Startframe geändert</translation></message>
<message><source>Stale: follows segment {number}, whose seed frame changed.</source>
<translation>Veraltet: folgt Segment {number}, dessen Startframe sich geändert hat.</translation></message>
<message><source>Stale: its seed frame is no longer the last frame before it.</source>
<translation>Veraltet: sein Startframe ist nicht mehr der letzte Frame davor.</translation></message>
<message><source>Standing still</source>
<translation>Stillstand</translation></message>
<message><source>Start ComfyUI on this computer</source>
<translation>ComfyUI auf diesem Computer starten</translation></message>
<message><source>Start ComfyUI, or give the address of another server</source>
<translation>ComfyUI starten oder die Adresse eines anderen Servers angeben</translation></message>
<message><source>Start ComfyUI, or save the workflow there with "Export (API)" and add that file</source>
<translation>ComfyUI starten oder den Workflow dort mit „Export (API)“ sichern und diese Datei hinzufügen</translation></message>
<message><source>Start image</source>
<translation>Startbild</translation></message>
<message><source>Start image of the scene</source>
<translation>Startbild der Szene</translation></message>
<message><source>Start image {name}</source>
<translation>Startbild {name}</translation></message>
<message><source>Start local ComfyUI</source>
<translation>Lokales ComfyUI starten</translation></message>
<message><source>Start of the scene</source>
<translation>Anfang der Szene</translation></message>
<message><source>Starting…</source>
<translation>Startet…</translation></message>
<message><source>State</source>
<translation>Zustand</translation></message>
<message><source>Stays a candidate until I choose it</source>
<translation>Bleibt ein Kandidat, bis ich ihn wähle</translation></message>
<message><source>Steers the end of segment {number} to frame {frame}, so boundary {boundary} is likely to stay smooth.</source>
<translation>Lenkt das Ende von Segment {number} auf Frame {frame}, damit Übergang {boundary} wahrscheinlich glatt bleibt.</translation></message>
<message><source>Steps</source>
<translation>Schritte</translation></message>
<message><source>Still open. You can export all the same.</source>
<translation>Noch offen. Exportieren geht trotzdem.</translation></message>
<message><source>Stop</source>
<translation>Anhalten</translation></message>
<message><source>Stop counting</source>
<translation>Zählen anhalten</translation></message>
<message><source>Stopped</source>
<translation>Gestoppt</translation></message>
<message><source>Stopped after {done} of {total} fixes.</source>
<translation>Angehalten nach {done} von {total} Korrekturen.</translation></message>
<message><source>Stopped. Nothing was written.</source>
<translation>Abgebrochen. Es wurde nichts geschrieben.</translation></message>
<message><source>Stopping…</source>
<translation>Wird abgebrochen…</translation></message>
<message><source>Strict</source>
<translation>Streng</translation></message>
<message><source>Stronger difference</source>
<translation>Differenz verstärken</translation></message>
<message><source>Submit again</source>
<translation>Erneut senden</translation></message>
<message><source>Submit it again</source>
<translation>Noch einmal senden</translation></message>
<message><source>Submit it again to render it</source>
<translation>Noch einmal senden, um es zu rendern</translation></message>
<message><source>Submit the job again</source>
<translation>Den Auftrag noch einmal senden</translation></message>
<message><source>Submitting the job again</source>
<translation>Der Auftrag wird noch einmal gesendet</translation></message>
<message><source>Swap A and B</source>
<translation>A und B tauschen</translation></message>
<message><source>Tab moves from field to field and stays so.</source>
<translation>Tab geht von Feld zu Feld und bleibt so.</translation></message>
<message><source>Table of the boundaries (.csv)</source>
<translation>Tabelle der Übergänge (.csv)</translation></message>
<message><source>Take</source>
<translation>Take</translation></message>
<message><source>Take back</source>
<translation>Zurücknehmen</translation></message>
<message><source>Take back the decision on</source>
<translation>Entscheidung zurücknehmen:</translation></message>
<message><source>Take back wrong call</source>
<translation>Falsches Urteil zurücknehmen</translation></message>
<message><source>Take over</source>
<translation>Übernehmen</translation></message>
<message><source>Take strokes away, or make two notes</source>
<translation>Striche wegnehmen oder zwei Notizen machen</translation></message>
<message><source>Take the decision back</source>
<translation>Entscheidung zurücknehmen</translation></message>
<message><source>Take the last stroke back</source>
<translation>Letzten Strich zurücknehmen</translation></message>
<message><source>Take theirs: {said}</source>
<translation>Andere übernehmen: {said}</translation></message>
<message><source>Takes</source>
<translation>Takes</translation></message>
<message><source>Taking back the verdict on {name}</source>
<translation>Das Urteil über {name} wird zurückgenommen</translation></message>
<message><source>Taking over jobs</source>
<translation>Aufträge werden übernommen</translation></message>
<message><source>Taking the fix of {name} away</source>
<translation>Die Korrektur von {name} wird weggenommen</translation></message>
<message><source>Tell me when a newer Restitch is out</source>
<translation>Melden, wenn es ein neueres Restitch gibt</translation></message>
<message><source>Tell me when renders are done or have failed</source>
<translation>Melden, wenn Render fertig oder gescheitert sind</translation></message>
<message><source>Ten frames back</source>
<translation>Zehn Frames zurück</translation></message>
<message><source>Ten frames forward</source>
<translation>Zehn Frames vor</translation></message>
<message><source>Test connection</source>
<translation>Verbindung testen</translation></message>
<message><source>Text of the note</source>
<translation>Text der Notiz</translation></message>
<message><source>Text size</source>
<translation>Textgröße</translation></message>
<message><source>That place cannot be looked at: {strerror}</source>
<translation>An diesem Ort kann nicht nachgesehen werden: {strerror}</translation></message>
<message><source>That segment was taken out of the scene</source>
<translation>Dieses Segment wurde aus der Szene genommen</translation></message>
<message><source>The API key was kept for the old address. Give it again.</source>
<translation>Der API-Schlüssel gehört zur alten Adresse. Bitte erneut angeben.</translation></message>
<message><source>The boundary could not be read. The log has the details.</source>
<translation>Der Übergang konnte nicht gelesen werden. Einzelheiten stehen im Protokoll.</translation></message>
<message><source>The boundary runs smoothly: leave it as it is.</source>
<translation>Der Übergang läuft glatt: so lassen.</translation></message>
<message><source>The bridge needs more frames than there are</source>
<translation>Die Zwischenbilder brauchen mehr Frames, als es gibt</translation></message>
<message><source>The certificate file cannot be used</source>
<translation>Die Zertifikatsdatei kann nicht verwendet werden</translation></message>
<message><source>The clip cannot be cut at frame {a}</source>
<translation>Der Clip kann nicht bei Frame {a} geschnitten werden</translation></message>
<message><source>The clip carries no workflow</source>
<translation>Der Clip trägt keinen Workflow</translation></message>
<message><source>The clip is not cut</source>
<translation>Der Clip ist nicht geschnitten</translation></message>
<message><source>The clip of {a}{b} is missing</source>
<translation>Der Clip von {a}{b} fehlt</translation></message>
<message><source>The clips are being read</source>
<translation>Die Clips werden gerade gelesen</translation></message>
<message><source>The clips cannot overlap by {overlap} frames</source>
<translation>Die Clips können nicht um {overlap} Frames überlappen</translation></message>
<message><source>The colours change</source>
<translation>Die Farben ändern sich</translation></message>
<message><source>The content jumps by {moved} px beyond its own motion</source>
<translation>Der Inhalt springt um {moved} px über seine Bewegung hinaus</translation></message>
<message><source>The demo's pictures are drawn, not generated by a model.</source>
<translation>Die Bilder der Demo sind gezeichnet, nicht von einem Modell erzeugt.</translation></message>
<message><source>The disk is full</source>
<translation>Die Platte ist voll</translation></message>
<message><source>The download stopped early</source>
<translation>Der Download endete vorzeitig</translation></message>
<message><source>The downloaded bridge has vanished</source>
<translation>Die heruntergeladenen Zwischenbilder sind verschwunden</translation></message>
<message><source>The downloaded render has vanished</source>
<translation>Das heruntergeladene Rendering ist verschwunden</translation></message>
<message><source>The end frame is given twice</source>
<translation>Der Endframe ist doppelt angegeben</translation></message>
<message><source>The end of segment {a} cannot be pinned</source>
<translation>Das Ende von Segment {a} kann nicht festgelegt werden</translation></message>
<message><source>The file could not be written</source>
<translation>Die Datei konnte nicht geschrieben werden</translation></message>
<message><source>The file is damaged there. Restore it from a backup, or render the clip again.</source>
<translation>Die Datei ist dort beschädigt. Aus einer Sicherung wiederherstellen oder den Clip noch einmal rendern.</translation></message>
<message><source>The file name does not end in a video format</source>
<translation>Der Dateiname endet nicht auf ein Videoformat</translation></message>
<message><source>The file of v{number} was purged</source>
<translation>Die Datei von v{number} wurde entfernt</translation></message>
<message><source>The file of {name} was removed before</source>
<translation>Die Datei von {name} wurde schon entfernt</translation></message>
<message><source>The file was changed {at}.</source>
<translation>Die Datei wurde {at} geändert.</translation></message>
<message><source>The film is not this scene as it is now</source>
<translation>Der Film ist nicht diese Szene, wie sie jetzt ist</translation></message>
<message><source>The film would replace one of the scene's own clips</source>
<translation>Der Film würde einen der Clips der Szene ersetzen</translation></message>
<message><source>The fine texture changes</source>
<translation>Die feine Textur ändert sich</translation></message>
<message><source>The first frame is not the seed frame ({figures}).</source>
<translation>Der erste Frame ist nicht der Startframe ({figures}).</translation></message>
<message><source>The first frames of {name} are kept by a take that is being made</source>
<translation>Die ersten Bilder von {name} behält ein Take, der gerade entsteht</translation></message>
<message><source>The fix of boundary {name} is taken away</source>
<translation>Die Korrektur von Übergang {name} ist weggenommen</translation></message>
<message><source>The fixes could not be tried. The log has the details.</source>
<translation>Die Korrekturen konnten nicht erprobt werden. Einzelheiten stehen im Protokoll.</translation></message>
<message><source>The folder cannot be written to</source>
<translation>In den Ordner kann nicht geschrieben werden</translation></message>
<message><source>The folder does not exist</source>
<translation>Den Ordner gibt es nicht</translation></message>
<message><source>The folder holds no clips</source>
<translation>Der Ordner enthält keine Clips</translation></message>
<message><source>The folder is there already</source>
<translation>Den Ordner gibt es schon</translation></message>
<message><source>The frame before segment {segment} has changed meanwhile</source>
<translation>Der Frame vor Segment {segment} hat sich inzwischen geändert</translation></message>
<message><source>The frame it was made from has been replaced. Regenerate it, or approve it as it is.</source>
<translation>Der Frame, aus dem es entstand, ist ersetzt worden. Neu generieren oder freigeben, wie es ist.</translation></message>
<message><source>The frames of the fix at this boundary cannot be read</source>
<translation>Die Frames der Korrektur an diesem Übergang sind nicht lesbar</translation></message>
<message><source>The frames on both sides of each cut, to move it; of one clip, or pieces of one</source>
<translation>Die Frames auf beiden Seiten jedes Schnitts, um ihn zu verschieben; von einem Clip oder Teilen davon</translation></message>
<message><source>The frames to keep of v{number} of segment {a} are gone</source>
<translation>Die zu behaltenden Frames von v{number} von Segment {a} sind fort</translation></message>
<message><source>The inspector</source>
<translation>Der Inspektor</translation></message>
<message><source>The job goes on as soon as one of them answers</source>
<translation>Der Auftrag geht weiter, sobald einer antwortet</translation></message>
<message><source>The job is {value} and cannot become {value_2}</source>
<translation>Der Auftrag ist {value} und kann nicht {value_2} werden</translation></message>
<message><source>The key goes out as “Authorization: Bearer”, and is kept in the system keyring. A certificate file (PEM) is needed for https where this computer does not know who signed the server's certificate.</source>
<translation>Der Schlüssel wird als „Authorization: Bearer“ gesendet und im Schlüsselbund des Systems gespeichert. Eine Zertifikatsdatei (PEM) ist bei https nötig, wenn dieser Computer nicht kennt, wer das Zertifikat des Servers unterschrieben hat.</translation></message>
<message><source>The keyring does not hand out the server's key</source>
<translation>Der Schlüsselbund gibt den Schlüssel des Servers nicht heraus</translation></message>
<message><source>The last frame comes before the first</source>
<translation>Der letzte Frame liegt vor dem ersten</translation></message>
<message><source>The last server stays in the list</source>
<translation>Der letzte Server bleibt in der Liste</translation></message>
<message><source>The last server stays in the list. Take its tick away to turn it off</source>
<translation>Der letzte Server bleibt in der Liste. Zum Abschalten den Haken entfernen</translation></message>
<message><source>The length of this workflow cannot be set</source>
<translation>Die Länge dieses Workflows lässt sich nicht setzen</translation></message>
<message><source>The limit of {value} lies between {lowest_limit} and {highest_limit}</source>
<translation>Der Grenzwert von {value} liegt zwischen {lowest_limit} und {highest_limit}</translation></message>
<message><source>The limits are {a}</source>
<translation>Die Grenzwerte sind {a}</translation></message>
<message><source>The limits have changed</source>
<translation>Die Grenzwerte haben sich geändert</translation></message>
<message><source>The list of servers cannot be read</source>
<translation>Die Liste der Server ist nicht lesbar</translation></message>
<message><source>The list of servers cannot be read ({path}: {strerror}).</source>
<translation>Die Liste der Server ist nicht lesbar ({path}: {strerror}).</translation></message>
<message><source>The list of servers is being changed by another program</source>
<translation>Ein anderes Programm ändert gerade die Liste der Server</translation></message>
<message><source>The list of servers is damaged ({path}: {strerror}).</source>
<translation>Die Liste der Server ist beschädigt ({path}: {strerror}).</translation></message>
<message><source>The list of servers was damaged. It was set aside as {aside}.</source>
<translation>Die Liste der Server war beschädigt. Sie liegt nun als {aside} daneben.</translation></message>
<message><source>The log has the details.</source>
<translation>Einzelheiten stehen im Protokoll.</translation></message>
<message><source>The log is empty: nothing has gone wrong</source>
<translation>Das Protokoll ist leer: nichts ging schief</translation></message>
<message><source>The log is {log}</source>
<translation>Das Protokoll ist {log}</translation></message>
<message><source>The lossless copy of {name} is not exact</source>
<translation>Die verlustfreie Kopie von {name} ist nicht genau</translation></message>
<message><source>The menus act on all of them, the buttons here on this one.</source>
<translation>Die Menüs wirken auf alle, die Knöpfe hier nur auf dieses.</translation></message>
<message><source>The motion around it was not measured: too few or too small frames</source>
<translation>Die Bewegung ringsum wurde nicht gemessen: zu wenige oder zu kleine Frames</translation></message>
<message><source>The motion goes on differently</source>
<translation>Die Bewegung geht anders weiter</translation></message>
<message><source>The motion jumps ahead</source>
<translation>Die Bewegung springt voraus</translation></message>
<message><source>The motion stalls for a moment</source>
<translation>Die Bewegung stockt einen Moment</translation></message>
<message><source>The motion turns around</source>
<translation>Die Bewegung kehrt um</translation></message>
<message><source>The name is too long</source>
<translation>Der Name ist zu lang</translation></message>
<message><source>The name must end in {names}</source>
<translation>Der Name muss auf {names} enden</translation></message>
<message><source>The new frames are here and are being measured…</source>
<translation>Die neuen Frames sind da und werden gemessen…</translation></message>
<message><source>The new frames have another size than the scene</source>
<translation>Die neuen Frames sind anders groß als die Szene</translation></message>
<message><source>The new frames of the bridge have vanished</source>
<translation>Die neuen Frames sind verschwunden</translation></message>
<message><source>The new version could not be saved</source>
<translation>Die neue Version konnte nicht gesichert werden</translation></message>
<message><source>The new version has {told}.</source>
<translation>Die neue Version hat {told}.</translation></message>
<message><source>The old version stays in the scene.</source>
<translation>Die alte Version bleibt in der Szene.</translation></message>
<message><source>The one that is found</source>
<translation>Der gefundene</translation></message>
<message><source>The one {version} was made with</source>
<translation>Der, mit dem {version} gemacht wurde</translation></message>
<message><source>The only segment cannot be removed</source>
<translation>Das einzige Segment kann nicht entfernt werden</translation></message>
<message><source>The original one</source>
<translation>Der ursprüngliche</translation></message>
<message><source>The others are {width}×{height} at {a} fps: convert it first</source>
<translation>Die anderen sind {width}×{height} bei {a} fps: erst umwandeln</translation></message>
<message><source>The output node did not run</source>
<translation>Der Ausgabeknoten lief nicht</translation></message>
<message><source>The output node made no video</source>
<translation>Der Ausgabeknoten machte kein Video</translation></message>
<message><source>The outputs are {named}</source>
<translation>Die Ausgaben sind {named}</translation></message>
<message><source>The picture changes all over. Regenerating may work better.</source>
<translation>Das Bild ändert sich überall. Neu generieren wirkt hier vielleicht besser.</translation></message>
<message><source>The picture has lost sharpness in {frames_in_words}.</source>
<translation>Das Bild hat Schärfe verloren: {frames_in_words}.</translation></message>
<message><source>The picture is being read</source>
<translation>Das Bild wird gerade gelesen</translation></message>
<message><source>The picture is frozen for {seconds} s, {frames_in_words}.</source>
<translation>Das Bild steht {seconds} s still, {frames_in_words}.</translation></message>
<message><source>The picture is missing</source>
<translation>Das Bild fehlt</translation></message>
<message><source>The picture is scaled or turned a little</source>
<translation>Das Bild ist ein wenig skaliert oder gedreht</translation></message>
<message><source>The picture is too large for the server</source>
<translation>Das Bild ist zu groß für den Server</translation></message>
<message><source>The picture jumps at {where}: {value} times the usual change.</source>
<translation>Das Bild springt bei {where}: das {value}-Fache der üblichen Änderung.</translation></message>
<message><source>The picture never stands still.</source>
<translation>Das Bild steht nie still.</translation></message>
<message><source>The picture that is uploaded</source>
<translation>Das hochgeladene Bild</translation></message>
<message><source>The picture turns soft at once at frame {a}.</source>
<translation>Das Bild wird bei Frame {a} auf einmal weich.</translation></message>
<message><source>The pictures of {name} are too narrow to be compared</source>
<translation>Die Bilder von {name} sind zu schmal für einen Vergleich</translation></message>
<message><source>The pictures of {name} change their size</source>
<translation>Die Bilder von {name} ändern ihre Größe</translation></message>
<message><source>The place where kept and new frames meet is visible at frame {a}.</source>
<translation>Die Stelle, an der behaltene und neue Frames sich treffen, ist bei Frame {a} zu sehen.</translation></message>
<message><source>The players</source>
<translation>Die Player</translation></message>
<message><source>The program ended at once.
{told}
</source>
<translation>Das Programm endete sofort.
{told}
</translation></message>
<message><source>The program that wrote it has ended</source>
<translation>Das Programm, das sie schrieb, ist beendet</translation></message>
<message><source>The project cannot be locked for running jobs</source>
<translation>Das Projekt kann nicht für Aufträge gesperrt werden</translation></message>
<message><source>The project cannot be written to</source>
<translation>In das Projekt kann nicht geschrieben werden</translation></message>
<message><source>The project could not be made</source>
<translation>Das Projekt konnte nicht angelegt werden</translation></message>
<message><source>The project database cannot be opened</source>
<translation>Die Datenbank des Projekts kann nicht geöffnet werden</translation></message>
<message><source>The project database could not be backed up</source>
<translation>Die Datenbank des Projekts konnte nicht gesichert werden</translation></message>
<message><source>The project database could not be read or written</source>
<translation>Die Datenbank des Projekts konnte nicht gelesen oder geschrieben werden</translation></message>
<message><source>The project database is damaged</source>
<translation>Die Datenbank des Projekts ist beschädigt</translation></message>
<message><source>The project database is damaged, and there is no sound backup of it</source>
<translation>Die Datenbank des Projekts ist beschädigt, und es gibt keine heile Sicherung</translation></message>
<message><source>The project database is gone</source>
<translation>Die Datenbank des Projekts ist fort</translation></message>
<message><source>The project folder could not be made</source>
<translation>Der Projektordner konnte nicht angelegt werden</translation></message>
<message><source>The project has no scene</source>
<translation>Das Projekt hat keine Szene</translation></message>
<message><source>The project has no workflow yet. Add one from a file, a clip that ComfyUI made, or a server's history, or drop it here.</source>
<translation>Das Projekt hat noch keinen Workflow. Einen aus einer Datei, einem Clip von ComfyUI oder dem Verlauf eines Servers hinzufügen oder hier ablegen.</translation></message>
<message><source>The project has several scenes</source>
<translation>Das Projekt hat mehrere Szenen</translation></message>
<message><source>The project is as it was on {when} UTC.</source>
<translation>Das Projekt ist, wie es am {when} UTC war.</translation></message>
<message><source>The project is in use</source>
<translation>Das Projekt ist in Gebrauch</translation></message>
<message><source>The project leaves it to you which take becomes current</source>
<translation>Das Projekt überlässt es Ihnen, welcher Take aktuell wird</translation></message>
<message><source>The project was closed</source>
<translation>Das Projekt wurde geschlossen</translation></message>
<message><source>The project's folder of exports is a link</source>
<translation>Der Ordner für Exporte des Projekts ist eine Verknüpfung</translation></message>
<message><source>The reason is too long</source>
<translation>Die Begründung ist zu lang</translation></message>
<message><source>The remedy finds nothing to change here</source>
<translation>Die Korrektur findet hier nichts zu ändern</translation></message>
<message><source>The remedy needs more frames than there are</source>
<translation>Die Korrektur braucht mehr Frames, als es gibt</translation></message>
<message><source>The render was stopped on the server</source>
<translation>Das Rendering wurde auf dem Server gestoppt</translation></message>
<message><source>The rest stands back. “Next shown” goes from one to the next</source>
<translation>Der Rest tritt zurück. „Nächster gezeigter“ geht von einem zum nächsten</translation></message>
<message><source>The result is an empty file</source>
<translation>Das Ergebnis ist eine leere Datei</translation></message>
<message><source>The result is larger than allowed</source>
<translation>Das Ergebnis ist größer als erlaubt</translation></message>
<message><source>The result is no longer on the server</source>
<translation>Das Ergebnis ist nicht mehr auf dem Server</translation></message>
<message><source>The right side goes on from the left one's last frame</source>
<translation>Die rechte Seite setzt den letzten Frame der linken fort</translation></message>
<message><source>The right side is {percent} % {word}</source>
<translation>Die rechte Seite ist {percent} % {word}</translation></message>
<message><source>The right side is {word}</source>
<translation>Die rechte Seite ist {word}</translation></message>
<message><source>The right side was made from anything else</source>
<translation>Die rechte Seite wurde aus etwas anderem gemacht</translation></message>
<message><source>The same for each</source>
<translation>Für alle derselbe</translation></message>
<message><source>The scene gets {scene}, nearest to {name} ({picture}){steps}.</source>
<translation>Die Szene bekommt {scene}, am nächsten an {name} ({picture}){steps}.</translation></message>
<message><source>The scene gets {scene}, the size of {name}.</source>
<translation>Die Szene bekommt {scene}, die Größe von {name}.</translation></message>
<message><source>The scene gets {scene}: the shape of {name} ({picture}), with about as many pixels as the workflow makes ({by}){steps}.</source>
<translation>Die Szene bekommt {scene}: die Form von {name} ({picture}), mit etwa so vielen Pixeln, wie der Workflow macht ({by}){steps}.</translation></message>
<message><source>The scene has frames 1 to {frame_count}.</source>
<translation>Die Szene hat die Frames 1 bis {frame_count}.</translation></message>
<message><source>The scene has no such frame</source>
<translation>Die Szene hat diesen Frame nicht</translation></message>
<message><source>The scene has one segment: no boundary</source>
<translation>Die Szene hat ein Segment: keinen Übergang</translation></message>
<message><source>The scene is {width}×{height} at {a} fps: convert it first</source>
<translation>Die Szene hat {width}×{height} bei {a} fps: erst umwandeln</translation></message>
<message><source>The scene's order was changed, but a boundary cannot be measured</source>
<translation>Die Reihenfolge der Szene ist geändert, aber ein Übergang kann nicht gemessen werden</translation></message>
<message><source>The seed frame has another size than the scene</source>
<translation>Der Startframe ist anders groß als die Szene</translation></message>
<message><source>The seed frame is given twice</source>
<translation>Der Startframe ist doppelt angegeben</translation></message>
<message><source>The seed frame is no setting of the workflow</source>
<translation>Der Startframe ist keine Einstellung des Workflows</translation></message>
<message><source>The seed frame is not known. Choose a picture.</source>
<translation>Der Startframe ist nicht bekannt. Ein Bild wählen.</translation></message>
<message><source>The seed frame of segment {a} is not known</source>
<translation>Der Startframe von Segment {a} ist nicht bekannt</translation></message>
<message><source>The segment before it is like the first ones of its chain</source>
<translation>Das Segment davor ist wie die ersten seiner Kette</translation></message>
<message><source>The segment hardly moves.</source>
<translation>Das Segment bewegt sich kaum.</translation></message>
<message><source>The segment moves throughout.</source>
<translation>Das Segment bewegt sich durchgehend.</translation></message>
<message><source>The segments stand in another order by now</source>
<translation>Die Segmente stehen inzwischen in anderer Reihenfolge</translation></message>
<message><source>The server did not hand out the result</source>
<translation>Der Server gab das Ergebnis nicht heraus</translation></message>
<message><source>The server does not accept the API key</source>
<translation>Der Server nimmt den API-Schlüssel nicht an</translation></message>
<message><source>The server gave the prompt another id</source>
<translation>Der Server gab dem Prompt eine andere Kennung</translation></message>
<message><source>The server has another file by that name: {filename}</source>
<translation>Der Server hat eine andere Datei dieses Namens: {filename}</translation></message>
<message><source>The server lacks a node</source>
<translation>Dem Server fehlt ein Knoten</translation></message>
<message><source>The server lacks {a}</source>
<translation>Dem Server fehlt {a}</translation></message>
<message><source>The server lost segment {segment}</source>
<translation>Der Server hat Segment {segment} verloren</translation></message>
<message><source>The server made {count} frames where {length} were asked for</source>
<translation>Der Server machte {count} Frames statt {length}</translation></message>
<message><source>The server named a file outside its folder</source>
<translation>Der Server nannte eine Datei außerhalb seines Ordners</translation></message>
<message><source>The server no longer knows this job</source>
<translation>Der Server kennt diesen Auftrag nicht mehr</translation></message>
<message><source>The server no longer knows this job. It was not sent again.</source>
<translation>Der Server kennt diesen Auftrag nicht mehr. Er wurde nicht erneut gesendet.</translation></message>
<message><source>The server no longer knows this render</source>
<translation>Der Server kennt dieses Rendering nicht mehr</translation></message>
<message><source>The server ran out of memory</source>
<translation>Dem Server ging der Speicher aus</translation></message>
<message><source>The server refused</source>
<translation>Der Server hat abgelehnt</translation></message>
<message><source>The server sends us to another address</source>
<translation>Der Server schickt an eine andere Adresse</translation></message>
<message><source>The server wants an API key</source>
<translation>Der Server verlangt einen API-Schlüssel</translation></message>
<message><source>The server's certificate is not trusted</source>
<translation>Dem Zertifikat des Servers wird nicht vertraut</translation></message>
<message><source>The server's key cannot be read</source>
<translation>Der Schlüssel des Servers ist nicht lesbar</translation></message>
<message><source>The server's key cannot be used</source>
<translation>Der Schlüssel des Servers kann nicht verwendet werden</translation></message>
<message><source>The stored shortcuts could not be read. The usual keys are in use.</source>
<translation>Die gespeicherten Tastenkürzel waren nicht lesbar. Es gelten die üblichen.</translation></message>
<message><source>The subgraph {a} contains itself</source>
<translation>Der Subgraph {a} enthält sich selbst</translation></message>
<message><source>The subgraph {a} lies too deep</source>
<translation>Der Subgraph {a} liegt zu tief</translation></message>
<message><source>The system's own</source>
<translation>Die des Systems</translation></message>
<message><source>The timeline</source>
<translation>Die Zeitleiste</translation></message>
<message><source>The token cannot be kept</source>
<translation>Das Token kann nicht aufbewahrt werden</translation></message>
<message><source>The treatment of its boundary needs the frames there</source>
<translation>Die Behandlung seines Übergangs braucht die Frames dort</translation></message>
<message><source>The two frames are less alike</source>
<translation>Frames ähneln sich weniger</translation></message>
<message><source>The two sides show different pictures: {regenerate}, declare a cut, or choose the dissolve and see it as one.</source>
<translation>Die beiden Seiten zeigen verschiedene Bilder: {regenerate}, einen Schnitt erklären oder die Überblendung wählen und sie als solche sehen.</translation></message>
<message><source>The values of this preset that the workflow has no place for were left out: {names}</source>
<translation>Diese Werte der Voreinstellung wurden ausgelassen, weil der Workflow keinen Platz dafür hat: {names}</translation></message>
<message><source>The verdict V is the largest of the scores below, each divided by its limit. A lower limit takes a measure more seriously. With too few frames to say what is natural, SSIM decides.</source>
<translation>Das Urteil V ist der größte der folgenden Werte, jeder durch seinen Grenzwert geteilt. Ein niedrigerer Grenzwert gibt einem Maß mehr Gewicht. Sind zu wenige Frames da, um zu sagen, was natürlich ist, entscheidet SSIM.</translation></message>
<message><source>The verdict on boundary {name} is taken back</source>
<translation>Das Urteil über Übergang {name} ist zurückgenommen</translation></message>
<message><source>The verdict on {name} is taken back</source>
<translation>Das Urteil über {name} ist zurückgenommen</translation></message>
<message><source>The video could not be encoded</source>
<translation>Das Video konnte nicht kodiert werden</translation></message>
<message><source>The whole picture is shifted</source>
<translation>Ganzes Bild verschoben</translation></message>
<message><source>The whole scene</source>
<translation>Die ganze Szene</translation></message>
<message><source>The window could not be photographed</source>
<translation>Das Fenster konnte nicht fotografiert werden</translation></message>
<message><source>The window shows nothing</source>
<translation>Das Fenster zeigt nichts</translation></message>
<message><source>The window speaks it from the next start on. Reports and files stay in English.</source>
<translation>Gilt für das Fenster ab dem nächsten Start. Berichte und Dateien bleiben englisch.</translation></message>
<message><source>The workflow</source>
<translation>Der Workflow</translation></message>
<message><source>The workflow cannot be read</source>
<translation>Der Workflow ist nicht lesbar</translation></message>
<message><source>The workflow has no input {place}</source>
<translation>Der Workflow hat keinen Eingang {place}</translation></message>
<message><source>The workflow has no node that saves a result.</source>
<translation>Der Workflow hat keinen Knoten, der ein Ergebnis sichert.</translation></message>
<message><source>The workflow has no such output node</source>
<translation>Der Workflow hat keinen solchen Ausgabeknoten</translation></message>
<message><source>The workflow is being read</source>
<translation>Der Workflow wird gerade gelesen</translation></message>
<message><source>The workflow of segment {a}</source>
<translation>Der Workflow von Segment {a}</translation></message>
<message><source>The workflow of segment {segment}</source>
<translation>Der Workflow von Segment {segment}</translation></message>
<message><source>The wrong calls do not speak for one change{left_out}</source>
<translation>Die falschen Urteile sprechen nicht für eine Änderung{left_out}</translation></message>
<message><source>The {a} of a bridge cannot be set</source>
<translation>{a} lässt sich für Zwischenbilder nicht setzen</translation></message>
<message><source>The {what} cannot be read</source>
<translation>{what} ist nicht lesbar</translation></message>
<message><source>Their difference cannot be shown.</source>
<translation>Ihre Differenz kann nicht gezeigt werden.</translation></message>
<message><source>Theme</source>
<translation>Farbschema</translation></message>
<message><source>Then regenerate {later} too</source>
<translation>Danach auch {later} neu generieren</translation></message>
<message><source>There are more lines than segments: {count} line used.</source>
<translation>Es sind mehr Zeilen als Segmente: {count} Zeile wird verwendet.</translation></message>
<message><source>There are more lines than segments: {count} lines used.</source>
<translation>Es sind mehr Zeilen als Segmente: {count} Zeilen werden verwendet.</translation></message>
<message><source>There are no cut points</source>
<translation>Es gibt keine Schnittstellen</translation></message>
<message><source>There are no frames to export</source>
<translation>Es gibt keine Frames zu exportieren</translation></message>
<message><source>There are no frames to write</source>
<translation>Es gibt keine Frames zu schreiben</translation></message>
<message><source>There are {a}</source>
<translation>Es gibt {a}</translation></message>
<message><source>There are {a} frames, not {total}.</source>
<translation>Es sind {a} Frames, nicht {total}.</translation></message>
<message><source>There are {known}</source>
<translation>Es gibt {known}</translation></message>
<message><source>There are {nominal} frames in a second, counted from 0</source>
<translation>Eine Sekunde hat {nominal} Frames, ab 0 gezählt</translation></message>
<message><source>There is a line in Wipe only</source>
<translation>Eine Linie gibt es nur in der Wischblende</translation></message>
<message><source>There is a project already</source>
<translation>Hier ist schon ein Projekt</translation></message>
<message><source>There is a project in that folder already</source>
<translation>In diesem Ordner liegt schon ein Projekt</translation></message>
<message><source>There is already a project here</source>
<translation>Hier ist schon ein Projekt</translation></message>
<message><source>There is already a scene named {name}</source>
<translation>Es gibt schon eine Szene namens {name}</translation></message>
<message><source>There is already a scene named {scene_name}</source>
<translation>Es gibt schon eine Szene namens {scene_name}</translation></message>
<message><source>There is already a scene of that name</source>
<translation>Es gibt schon eine Szene dieses Namens</translation></message>
<message><source>There is no Restitch project here</source>
<translation>Hier ist kein Restitch-Projekt</translation></message>
<message><source>There is no boundary after segment {a}</source>
<translation>Nach Segment {a} ist kein Übergang</translation></message>
<message><source>There is no boundary {place}</source>
<translation>{place} ist kein Übergang</translation></message>
<message><source>There is no difference to show</source>
<translation>Es gibt keine Differenz zu zeigen</translation></message>
<message><source>There is no job with id {job_id}</source>
<translation>Es gibt keinen Auftrag mit der Nummer {job_id}</translation></message>
<message><source>There is no limit named {key}</source>
<translation>Es gibt keinen Grenzwert {key}</translation></message>
<message><source>There is no node {node_id}</source>
<translation>Es gibt keinen Knoten {node_id}</translation></message>
<message><source>There is no note with id {note_id}</source>
<translation>Es gibt keine Notiz mit der Nummer {note_id}</translation></message>
<message><source>There is no other</source>
<translation>Es gibt keinen anderen</translation></message>
<message><source>There is no picture at this frame</source>
<translation>Bei diesem Frame gibt es kein Bild</translation></message>
<message><source>There is no picture numbered {numbers}{more}</source>
<translation>Es gibt kein Bild mit der Nummer {numbers}{more}</translation></message>
<message><source>There is no place {a}</source>
<translation>Es gibt keinen Platz {a}</translation></message>
<message><source>There is no policy named {name}</source>
<translation>Es gibt keine Richtlinie {name}</translation></message>
<message><source>There is no preset with id {preset_id}</source>
<translation>Es gibt keine Voreinstellung mit der Nummer {preset_id}</translation></message>
<message><source>There is no project here</source>
<translation>Hier ist kein Projekt</translation></message>
<message><source>There is no remedy {name}</source>
<translation>Es gibt keine Korrektur {name}</translation></message>
<message><source>There is no right to look into that folder</source>
<translation>Es fehlt das Recht, in diesen Ordner zu sehen</translation></message>
<message><source>There is no run with id {run_id}</source>
<translation>Es gibt keinen Lauf mit der Nummer {run_id}</translation></message>
<message><source>There is no scene "{name}"</source>
<translation>Es gibt keine Szene „{name}“</translation></message>
<message><source>There is no scene with id {scene_id}</source>
<translation>Es gibt keine Szene mit der Nummer {scene_id}</translation></message>
<message><source>There is no seed frame {back} frames before the end</source>
<translation>Es gibt keinen Startframe {back} Frames vor dem Ende</translation></message>
<message><source>There is no segment after it</source>
<translation>Danach kommt kein Segment</translation></message>
<message><source>There is no segment before the first one</source>
<translation>Vor dem ersten Segment gibt es keines</translation></message>
<message><source>There is no segment {a}</source>
<translation>Es gibt kein Segment {a}</translation></message>
<message><source>There is no server yet. Add one in the settings.</source>
<translation>Es gibt noch keinen Server. In den Einstellungen einen hinzufügen.</translation></message>
<message><source>There is no such certificate file</source>
<translation>Diese Zertifikatsdatei gibt es nicht</translation></message>
<message><source>There is no such conflict</source>
<translation>Diesen Konflikt gibt es nicht</translation></message>
<message><source>There is no such file</source>
<translation>Diese Datei gibt es nicht</translation></message>
<message><source>There is no timecode {a}</source>
<translation>Es gibt keinen Timecode {a}</translation></message>
<message><source>There is no value called {key}</source>
<translation>Es gibt keinen Wert namens {key}</translation></message>
<message><source>There is no version with id {version_id}</source>
<translation>Es gibt keine Version mit der Nummer {version_id}</translation></message>
<message><source>There is no version yet to keep frames of</source>
<translation>Es gibt noch keine Version, deren Frames bleiben könnten</translation></message>
<message><source>There is no workflow to look at</source>
<translation>Es gibt keinen Workflow zum Ansehen</translation></message>
<message><source>There is no workflow with id {workflow_id}</source>
<translation>Es gibt keinen Workflow mit der Nummer {workflow_id}</translation></message>
<message><source>There is nothing to accept</source>
<translation>Es gibt nichts anzunehmen</translation></message>
<message><source>There is nothing to redo</source>
<translation>Es gibt nichts zu wiederholen</translation></message>
<message><source>There is nothing to undo</source>
<translation>Es gibt nichts rückgängig zu machen</translation></message>
<message><source>There is too much in the drawing</source>
<translation>In der Zeichnung ist zu viel</translation></message>
<message><source>These are kept in the project.</source>
<translation>Dies wird im Projekt gespeichert.</translation></message>
<message><source>These frames are not in the scene</source>
<translation>Diese Frames sind nicht in der Szene</translation></message>
<message><source>These limits cannot be meant</source>
<translation>Diese Grenzwerte können nicht gemeint sein</translation></message>
<message><source>They are {width}×{height}, the scene {width_2}×{height_2}</source>
<translation>Sie sind {width}×{height}, die Szene {width_2}×{height_2}</translation></message>
<message><source>They were set meanwhile</source>
<translation>Sie wurden inzwischen gesetzt</translation></message>
<message><source>This ComfyUI is too old for Restitch. Update it</source>
<translation>Dieses ComfyUI ist zu alt für Restitch. Es aktualisieren</translation></message>
<message><source>This address is in the list already</source>
<translation>Diese Adresse steht schon in der Liste</translation></message>
<message><source>This computer</source>
<translation>Dieser Computer</translation></message>
<message><source>This could not be checked on {server_name}: {a}.</source>
<translation>Auf {server_name} ließ sich das nicht prüfen: {a}.</translation></message>
<message><source>This file holds no workflow</source>
<translation>Diese Datei enthält keinen Workflow</translation></message>
<message><source>This file is not a Restitch project</source>
<translation>Diese Datei ist kein Restitch-Projekt</translation></message>
<message><source>This file is of another Restitch</source>
<translation>Diese Datei stammt von einem anderen Restitch</translation></message>
<message><source>This frame cannot be shown</source>
<translation>Dieser Frame kann nicht gezeigt werden</translation></message>
<message><source>This is all there is. Read it, then copy or save it and send it to whoever looks after Restitch where you are. Restitch itself sends nothing.</source>
<translation>Das ist alles. Lesen, dann kopieren oder sichern und an die Stelle senden, die sich um Restitch kümmert. Restitch selbst sendet nichts.</translation></message>
<message><source>This is how Restitch tells you that renders are done.</source>
<translation>So sagt Restitch, dass Renderings fertig sind.</translation></message>
<message><source>This is no hand-over file</source>
<translation>Das ist keine Übergabedatei</translation></message>
<message><source>This is no name for a timeline</source>
<translation>Das ist kein Name für eine Timeline</translation></message>
<message><source>This is not a ComfyUI workflow</source>
<translation>Das ist kein ComfyUI-Workflow</translation></message>
<message><source>This is not a server address</source>
<translation>Das ist keine Serveradresse</translation></message>
<message><source>This is not an API key</source>
<translation>Das ist kein API-Schlüssel</translation></message>
<message><source>This length could not be tried. The log has the details.</source>
<translation>Diese Länge konnte nicht erprobt werden. Einzelheiten stehen im Protokoll.</translation></message>
<message><source>This name cannot be used</source>
<translation>Dieser Name kann nicht verwendet werden</translation></message>
<message><source>This program serves no API.</source>
<translation>Dieses Programm bietet keine API an.</translation></message>
<message><source>This project</source>
<translation>Dieses Projekt</translation></message>
<message><source>This project has no segments yet.</source>
<translation>Dieses Projekt hat noch keine Segmente.</translation></message>
<message><source>This project has no token: nobody is let in.</source>
<translation>Dieses Projekt hat kein Token: niemand wird eingelassen.</translation></message>
<message><source>This project is open elsewhere.</source>
<translation>Dieses Projekt ist anderswo geöffnet.</translation></message>
<message><source>This project is read-only.</source>
<translation>Dieses Projekt ist schreibgeschützt.</translation></message>
<message><source>This project was made by an older Restitch</source>
<translation>Dieses Projekt stammt von einem älteren Restitch</translation></message>
<message><source>This project's token was made on {day}.</source>
<translation>Das Token dieses Projekts wurde am {day} erzeugt.</translation></message>
<message><source>This render did not finish</source>
<translation>Dieses Rendering wurde nicht fertig</translation></message>
<message><source>This renders {a} one after the other.</source>
<translation>Das rendert {a} nacheinander.</translation></message>
<message><source>This scene has no segments yet</source>
<translation>Diese Szene hat noch keine Segmente</translation></message>
<message><source>This seed</source>
<translation>Dieser Seed</translation></message>
<message><source>This segment has one version: there is nothing to compare yet</source>
<translation>Dieses Segment hat eine Version: Es gibt noch nichts zu vergleichen</translation></message>
<message><source>This server has {a}.</source>
<translation>Dieser Server hat {a}.</translation></message>
<message><source>This server is not in the list</source>
<translation>Dieser Server ist nicht in der Liste</translation></message>
<message><source>This server remembers no finished render.</source>
<translation>Dieser Server erinnert sich an keinen fertigen Render.</translation></message>
<message><source>This system's keyring does not keep the key: it is held until Restitch ends. For every run, set {variable_of}.</source>
<translation>Der Schlüsselbund dieses Systems bewahrt den Schlüssel nicht auf: er gilt, bis Restitch endet. Für jeden Lauf {variable_of} setzen.</translation></message>
<message><source>This token cannot be used</source>
<translation>Dieses Token kann nicht verwendet werden</translation></message>
<message><source>This was noticed {at}.</source>
<translation>Bemerkt {at}.</translation></message>
<message><source>This will regenerate segment {a}.</source>
<translation>Segment {a} wird neu generiert.</translation></message>
<message><source>This will regenerate {named}</source>
<translation>Neu generiert werden: {named}</translation></message>
<message><source>This will regenerate {segments}: {count} prompt with a new seed.</source>
<translation>Das generiert neu: {segments}: {count} Prompt mit neuem Seed.</translation></message>
<message><source>This will regenerate {segments}: {count} prompts, one for each with a new seed.</source>
<translation>Das generiert neu: {segments}: {count} Prompts, je einer mit neuem Seed.</translation></message>
<message><source>This workflow cannot be converted</source>
<translation>Dieser Workflow kann nicht umgewandelt werden</translation></message>
<message><source>This workflow has no {key}</source>
<translation>Dieser Workflow hat kein {key}</translation></message>
<message><source>This workflow has too many nodes</source>
<translation>Dieser Workflow hat zu viele Knoten</translation></message>
<message><source>This workflow holds values that no server takes</source>
<translation>Dieser Workflow enthält Werte, die kein Server nimmt</translation></message>
<message><source>This workflow is damaged</source>
<translation>Dieser Workflow ist beschädigt</translation></message>
<message><source>This workflow is empty</source>
<translation>Dieser Workflow ist leer</translation></message>
<message><source>This workflow is in ComfyUI's UI format</source>
<translation>Dieser Workflow ist im UI-Format von ComfyUI</translation></message>
<message><source>This workflow is in the editor's format. A server has to say what its nodes take before its inputs are known.</source>
<translation>Dieser Workflow liegt im Format des Editors vor. Erst muss ein Server sagen, was seine Nodes annehmen, bevor seine Eingänge bekannt sind.</translation></message>
<message><source>This workflow is nested too deeply</source>
<translation>Dieser Workflow ist zu tief verschachtelt</translation></message>
<message><source>This workflow is too entangled</source>
<translation>Dieser Workflow ist zu verwickelt</translation></message>
<message><source>This workflow is too large</source>
<translation>Dieser Workflow ist zu groß</translation></message>
<message><source>This workflow takes no end frame</source>
<translation>Dieser Workflow nimmt keinen Endframe</translation></message>
<message><source>This would change {count} boundaries: {names} and {more} more.</source>
<translation>Dies würde {count} Übergänge ändern: {names} und {more} weitere.</translation></message>
<message><source>This would change {count} boundaries: {names}.</source>
<translation>Dies würde {count} Übergänge ändern: {names}.</translation></message>
<message><source>This would change {count} boundary: {names}.</source>
<translation>Dies würde {count} Übergang ändern: {names}.</translation></message>
<message><source>Thumbnails</source>
<translation>Kleine Bilder</translation></message>
<message><source>Timeline</source>
<translation>Zeitleiste</translation></message>
<message><source>Timeline for Final Cut Pro and Resolve (.fcpxml)</source>
<translation>Zeitleiste für Final Cut Pro und Resolve (.fcpxml)</translation></message>
<message><source>Timeline for OpenTimelineIO (.otio)</source>
<translation>Zeitleiste für OpenTimelineIO (.otio)</translation></message>
<message><source>Timeline zoom</source>
<translation>Vergrößerung der Zeitleiste</translation></message>
<message><source>To go back to it: restitch verify "{parent}" --repair</source>
<translation>Um dorthin zurückzukehren: restitch verify "{parent}" --repair</translation></message>
<message><source>To print it, or to send it</source>
<translation>Zum Drucken oder Versenden</translation></message>
<message><source>Today {time}</source>
<translation>Heute {time}</translation></message>
<message><source>Toggle</source>
<translation>Umschalten</translation></message>
<message><source>Token</source>
<translation>Token</translation></message>
<message><source>Too few segments to tell.</source>
<translation>Zu wenige Segmente für eine Aussage.</translation></message>
<message><source>Too little or too much movement does not go with its neighbours.</source>
<translation>Zu wenig oder zu viel Bewegung passt nicht zu den Nachbarn.</translation></message>
<message><source>Totals</source>
<translation>Summen</translation></message>
<message><source>Try again</source>
<translation>Erneut versuchen</translation></message>
<message><source>Try again in a moment</source>
<translation>Gleich noch einmal versuchen</translation></message>
<message><source>Try again; the log has the details</source>
<translation>Erneut versuchen; Einzelheiten stehen im Protokoll</translation></message>
<message><source>Try again…</source>
<translation>Erneut versuchen…</translation></message>
<message><source>Try another method, or regenerate segment {right}.</source>
<translation>Eine andere Methode versuchen oder Segment {right} neu generieren.</translation></message>
<message><source>Try fewer frames or a smaller size, or free the server's memory</source>
<translation>Weniger Frames oder eine kleinere Größe versuchen oder Speicher des Servers freigeben</translation></message>
<message><source>Try fixes</source>
<translation>Korrekturen erproben</translation></message>
<message><source>Try now</source>
<translation>Jetzt versuchen</translation></message>
<message><source>Try the demo</source>
<translation>Demo ausprobieren</translation></message>
<message><source>Try the remedy again</source>
<translation>Die Korrektur noch einmal erproben</translation></message>
<message><source>Trying a fix</source>
<translation>Eine Korrektur wird erprobt</translation></message>
<message><source>Trying a length</source>
<translation>Eine Länge wird erprobt</translation></message>
<message><source>Trying remedies for {label}</source>
<translation>Korrekturen für {label} werden erprobt</translation></message>
<message><source>Trying the fixes</source>
<translation>Korrekturen werden erprobt</translation></message>
<message><source>Turn one on in Settings</source>
<translation>In den Einstellungen einen einschalten</translation></message>
<message><source>Turning a server on or off</source>
<translation>Ein Server wird ein- oder ausgeschaltet</translation></message>
<message><source>Type to search</source>
<translation>Zum Suchen tippen</translation></message>
<message><source>Under plain SSIM nothing is proposed</source>
<translation>Unter einfacher SSIM wird nichts vorgeschlagen</translation></message>
<message><source>Under review</source>
<translation>Wird begutachtet</translation></message>
<message><source>Undo</source>
<translation>Rückgängig</translation></message>
<message><source>Undo is in the Edit menu. {stays}</source>
<translation>Rückgängig steht im Menü Bearbeiten. {stays}</translation></message>
<message><source>Undo that to bring it back</source>
<translation>Das rückgängig machen, um es zurückzuholen</translation></message>
<message><source>Undo {step}</source>
<translation>{step} rückgängig machen</translation></message>
<message><source>Undone</source>
<translation>Rückgängig gemacht</translation></message>
<message><source>Unit · defaults</source>
<translation>Einheit · Vorgaben</translation></message>
<message><source>Unlock the system's keyring, or set {variable_of}</source>
<translation>Den Schlüsselbund des Systems entsperren oder {variable_of} setzen</translation></message>
<message><source>Unpack some subgraphs in ComfyUI</source>
<translation>Einige Subgraphen in ComfyUI auflösen</translation></message>
<message><source>Unpin</source>
<translation>Loslösen</translation></message>
<message><source>Unsure: choose</source>
<translation>Unsicher: wählen</translation></message>
<message><source>Up</source>
<translation>Nach oben</translation></message>
<message><source>Up and down show each take at the same frame</source>
<translation>Pfeil auf und ab zeigen jeden Take beim selben Frame</translation></message>
<message><source>Up to the chosen seed frame</source>
<translation>Bis zum gewählten Startframe</translation></message>
<message><source>Up to {longest_note} characters are kept</source>
<translation>Höchstens {longest_note} Zeichen werden behalten</translation></message>
<message><source>Uploading the end frame</source>
<translation>Der Endframe wird hochgeladen</translation></message>
<message><source>Uploading the {start}</source>
<translation>{start} wird hochgeladen</translation></message>
<message><source>Use .mp4, .mov or .mkv</source>
<translation>.mp4, .mov oder .mkv verwenden</translation></message>
<message><source>Use a name as it is listed</source>
<translation>Einen Namen verwenden, wie er aufgelistet ist</translation></message>
<message><source>Use a smaller picture, or start ComfyUI with a larger --max-upload-size</source>
<translation>Ein kleineres Bild verwenden oder ComfyUI mit größerem --max-upload-size starten</translation></message>
<message><source>Use a take, then continue the run</source>
<translation>Einen Take verwenden, dann den Lauf fortsetzen</translation></message>
<message><source>Use an OpenTimelineIO file instead</source>
<translation>Stattdessen eine OpenTimelineIO-Datei verwenden</translation></message>
<message><source>Use an image-to-video workflow</source>
<translation>Einen Bild-zu-Video-Workflow verwenden</translation></message>
<message><source>Use another version, put the file back, or regenerate it.</source>
<translation>Eine andere Version verwenden, die Datei zurücklegen oder neu generieren.</translation></message>
<message><source>Use http://HOST:PORT</source>
<translation>http://HOST:PORT verwenden</translation></message>
<message><source>Use it for segments whose clips carry no workflow</source>
<translation>Für Segmente verwenden, deren Clips keinen Workflow mitbringen</translation></message>
<message><source>Use that address if it is ComfyUI's; a page to sign in needs an API key instead</source>
<translation>Diese Adresse verwenden, wenn sie die von ComfyUI ist; eine Anmeldeseite braucht stattdessen einen API-Schlüssel</translation></message>
<message><source>Use the name that the certificate names</source>
<translation>Den Namen verwenden, den das Zertifikat nennt</translation></message>
<message><source>Use the newer Restitch on both sides</source>
<translation>Auf beiden Seiten das neuere Restitch verwenden</translation></message>
<message><source>Use these limits</source>
<translation>Diese Grenzwerte verwenden</translation></message>
<message><source>Use up to {longest_name}</source>
<translation>Höchstens {longest_name} verwenden</translation></message>
<message><source>Use up to {longest_reason}; a note can be longer</source>
<translation>Höchstens {longest_reason} verwenden; eine Notiz darf länger sein</translation></message>
<message><source>Use v{number}</source>
<translation>v{number} verwenden</translation></message>
<message><source>Use {named}</source>
<translation>{named} verwenden</translation></message>
<message><source>Use {server}</source>
<translation>{server} verwenden</translation></message>
<message><source>Using another version</source>
<translation>Andere Version wird verwendet</translation></message>
<message><source>Usual length</source>
<translation>Übliche Länge</translation></message>
<message><source>Verdict on {place}</source>
<translation>Urteil über {place}</translation></message>
<message><source>Version</source>
<translation>Version</translation></message>
<message><source>Version {number}, {role}, {badge}</source>
<translation>Version {number}, {role}, {badge}</translation></message>
<message><source>Versions</source>
<translation>Versionen</translation></message>
<message><source>Versions, quality, parameters and notes are hidden until you have chosen in the blind comparison.</source>
<translation>Versionen, Qualität, Parameter und Notizen sind verborgen, bis im Blindvergleich gewählt ist.</translation></message>
<message><source>Very different</source>
<translation>Sehr verschieden</translation></message>
<message><source>View</source>
<translation>Ansicht</translation></message>
<message><source>Visible and undecided</source>
<translation>Sichtbar und unentschieden</translation></message>
<message><source>Visible below</source>
<translation>Sichtbar unter</translation></message>
<message><source>Visible below (too few frames)</source>
<translation>Sichtbar unter (zu kurz)</translation></message>
<message><source>Visible below {threshold}</source>
<translation>Sichtbar unter {threshold}</translation></message>
<message><source>Visible from</source>
<translation>Sichtbar ab</translation></message>
<message><source>Visible jump</source>
<translation>Sichtbarer Sprung</translation></message>
<message><source>Visible jumps</source>
<translation>Sichtbare Sprünge</translation></message>
<message><source>Wait for it, or cancel it</source>
<translation>Darauf warten oder abbrechen</translation></message>
<message><source>Wait for it, or cancel it first</source>
<translation>Darauf warten oder ihn erst abbrechen</translation></message>
<message><source>Wait for it, or end it first</source>
<translation>Darauf warten oder ihn erst beenden</translation></message>
<message><source>Wait for the last one, or cancel them</source>
<translation>Auf den letzten warten oder sie abbrechen</translation></message>
<message><source>Waited in vain until {what}</source>
<translation>Vergeblich gewartet, bis {what}</translation></message>
<message><source>Waiting</source>
<translation>Wartet</translation></message>
<message><source>Waiting for a free server</source>
<translation>Wartet auf einen freien Server</translation></message>
<message><source>Waiting for the server</source>
<translation>Wartet auf den Server</translation></message>
<message><source>Waits for a server</source>
<translation>Wartet auf einen Server</translation></message>
<message><source>Wanders off</source>
<translation>Weicht ab</translation></message>
<message><source>Warns from</source>
<translation>Warnt ab</translation></message>
<message><source>Waveform</source>
<translation>Waveform</translation></message>
<message><source>Weaker difference</source>
<translation>Differenz abschwächen</translation></message>
<message><source>What ComfyUI is working on. You can go on reviewing meanwhile; a finished take waits here for your look, and a failed one says why.</source>
<translation>Woran ComfyUI arbeitet. Das Sichten geht derweil weiter; ein fertiger Take wartet hier auf den Blick, und ein gescheiterter sagt, warum.</translation></message>
<message><source>What a server renders now is finished and kept</source>
<translation>Was ein Server jetzt rendert, wird fertig und bleibt</translation></message>
<message><source>What can be done about the clip</source>
<translation>Was sich mit dem Clip tun lässt</translation></message>
<message><source>What happened</source>
<translation>Was geschah</translation></message>
<message><source>What quality checks pass</source>
<translation>Was Qualitätsprüfungen bestehen</translation></message>
<message><source>What the inputs of {name} mean</source>
<translation>Was die Eingänge von {name} bedeuten</translation></message>
<message><source>What v{number} was generated from</source>
<translation>Woraus v{number} entstand</translation></message>
<message><source>What was decided since is not in it.</source>
<translation>Was seitdem entschieden wurde, fehlt.</translation></message>
<message><source>What was decided since is not in it. The damaged database lies beside it: {name}.</source>
<translation>Was seitdem entschieden wurde, fehlt. Die beschädigte Datenbank liegt daneben: {name}.</translation></message>
<message><source>What was finished is kept. The log has the details.</source>
<translation>Was fertig war, bleibt. Das Protokoll hat die Einzelheiten.</translation></message>
<message><source>What was finished is kept. There is a report, which was sent to nobody.</source>
<translation>Was fertig war, ist behalten. Es gibt einen Bericht, der niemandem gesendet wurde.</translation></message>
<message><source>What was finished is kept. There is a report, which was sent to nobody: {file}</source>
<translation>Was fertig war, bleibt. Es gibt einen Bericht, der an niemanden gesendet wurde: {file}</translation></message>
<message><source>When a render is finished</source>
<translation>Wenn ein Render fertig ist</translation></message>
<message><source>Where kept frames meet the render, a step would show inside the segment.</source>
<translation>Wo behaltene Frames auf das Rendering treffen, wäre ein Schritt im Segment zu sehen.</translation></message>
<message><source>Where two segments meet, a mark says how it looks: ● smooth, ▲ borderline, ✕ a visible jump. Open one to see why, and to smooth it.</source>
<translation>Wo zwei Segmente sich treffen, sagt ein Zeichen, wie es aussieht: ● glatt, ▲ grenzwertig, ✕ sichtbarer Sprung. Öffnen, um den Grund zu sehen und zu glätten.</translation></message>
<message><source>Which of the two holds?</source>
<translation>Welche von beiden gilt?</translation></message>
<message><source>Which open points are listed</source>
<translation>Welche offenen Punkte aufgelistet sind</translation></message>
<message><source>While the window is away</source>
<translation>Während das Fenster nicht vorn ist</translation></message>
<message><source>White: now. Blue, dashed: after the selected fix. Grey: natural</source>
<translation>Weiß: jetzt. Blau, gestrichelt: nach der gewählten Korrektur. Grau: natürlich</translation></message>
<message><source>Why this version needs work</source>
<translation>Warum diese Version Nacharbeit braucht</translation></message>
<message><source>Why? Enter accepts, Esc cancels</source>
<translation>Warum? Eingabe nimmt an, Esc bricht ab</translation></message>
<message><source>Why? Enter marks it, Esc cancels</source>
<translation>Warum? Eingabe merkt es vor, Esc bricht ab</translation></message>
<message><source>Width</source>
<translation>Breite</translation></message>
<message><source>Width of the scene in pixels</source>
<translation>Breite der Szene in Pixeln</translation></message>
<message><source>Window</source>
<translation>Fenster</translation></message>
<message><source>Wipe</source>
<translation>Wischblende</translation></message>
<message><source>Wipe and difference</source>
<translation>Wischblende und Differenz</translation></message>
<message><source>Wipe line to the left</source>
<translation>Wischlinie nach links</translation></message>
<message><source>Wipe line to the right</source>
<translation>Wischlinie nach rechts</translation></message>
<message><source>With a drawing on the frame</source>
<translation>Mit einer Zeichnung auf dem Frame</translation></message>
<message><source>With these limits: {counts}</source>
<translation>Mit diesen Grenzwerten: {counts}</translation></message>
<message><source>With these limits: {counts} (now {before})</source>
<translation>Mit diesen Grenzwerten: {counts} (jetzt {before})</translation></message>
<message><source>Withdraw approval</source>
<translation>Freigabe zurücknehmen</translation></message>
<message><source>Withdraw the verdict on</source>
<translation>Urteil zurücknehmen:</translation></message>
<message><source>Withdraw verdict</source>
<translation>Urteil zurücknehmen</translation></message>
<message><source>Without a fix</source>
<translation>Ohne Korrektur</translation></message>
<message><source>Without https the key can be read by others on its way to the server.</source>
<translation>Ohne https können andere den Schlüssel auf dem Weg zum Server lesen.</translation></message>
<message><source>Workbench</source>
<translation>Arbeitsfläche</translation></message>
<message><source>Workflow</source>
<translation>Workflow</translation></message>
<message><source>Workflow from a server</source>
<translation>Workflow von einem Server</translation></message>
<message><source>Workflow inputs</source>
<translation>Workflow-Eingänge</translation></message>
<message><source>Workflow inputs…</source>
<translation>Workflow-Eingänge…</translation></message>
<message><source>Workflows (*.json *.png *.webp *.mp4 *.mkv *.webm *.mov);;All files (*)</source>
<translation>Workflows (*.json *.png *.webp *.mp4 *.mkv *.webm *.mov);;Alle Dateien (*)</translation></message>
<message><source>Workflows (*.json);;All files (*)</source>
<translation>Workflows (*.json);;Alle Dateien (*)</translation></message>
<message><source>Workflows of the project</source>
<translation>Workflows des Projekts</translation></message>
<message><source>Workflows of this project: {known}</source>
<translation>Workflows dieses Projekts: {known}</translation></message>
<message><source>Working…</source>
<translation>In Arbeit…</translation></message>
<message><source>Worse</source>
<translation>Schlechter</translation></message>
<message><source>Worst first</source>
<translation>Schlimmstes zuerst</translation></message>
<message><source>Write a frame (405), a step (+10 or -10), or a timecode (00:00:25:01).</source>
<translation>Einen Frame (405), einen Schritt (+10 oder -10) oder einen Timecode (00:00:25:01) schreiben.</translation></message>
<message><source>Write it as hours:minutes:seconds:frames</source>
<translation>Als Stunden:Minuten:Sekunden:Frames schreiben</translation></message>
<message><source>Write one with restitch handover</source>
<translation>Eine schreiben mit restitch handover</translation></message>
<message><source>Writing the master</source>
<translation>Der Master wird geschrieben</translation></message>
<message><source>Writing {name}</source>
<translation>{name} wird geschrieben</translation></message>
<message><source>Written by {author}, {when}</source>
<translation>Geschrieben von {author}, {when}</translation></message>
<message><source>Wrong call</source>
<translation>Falsches Urteil</translation></message>
<message><source>Wrong calls say how far each measure of the continuity policy is to be trusted</source>
<translation>Falsche Urteile sagen, wie weit jedem Maß der Richtlinie Kontinuität zu trauen ist</translation></message>
<message><source>Wrong calls speak about the continuity policy. Under plain SSIM nothing is proposed.</source>
<translation>Falsche Urteile beziehen sich auf die Kontinuität. Bei reinem SSIM wird nichts vorgeschlagen.</translation></message>
<message><source>Yellow</source>
<translation>Gelb</translation></message>
<message><source>Yellow begins above 0 and red not below yellow, up to {largest_verdict}</source>
<translation>Gelb beginnt über 0 und Rot nicht unter Gelb, höchstens {largest_verdict}</translation></message>
<message><source>Yellower</source>
<translation>Gelber</translation></message>
<message><source>Yesterday</source>
<translation>Gestern</translation></message>
<message><source>Yesterday {time}</source>
<translation>Gestern {time}</translation></message>
<message><source>You can keep reviewing and smoothing. Regenerating waits until it is back.</source>
<translation>Sichten und Glätten gehen weiter. Neu generieren wartet, bis er wieder da ist.</translation></message>
<message><source>You can keep reviewing and smoothing. Regenerating waits until one is back.</source>
<translation>Sichten und Glätten gehen weiter. Neu generieren wartet, bis einer wieder da ist.</translation></message>
<message><source>You chose v{number}</source>
<translation>Gewählt: v{number}</translation></message>
<message><source>You chose v{number}, the current one.</source>
<translation>Gewählt: v{number}, die aktuelle.</translation></message>
<message><source>You chose v{number}.</source>
<translation>Gewählt: v{number}.</translation></message>
<message><source>You have {version}. Nothing was downloaded.</source>
<translation>Installiert ist {version}. Nichts wurde heruntergeladen.</translation></message>
<message><source>You saw no difference.</source>
<translation>Kein Unterschied gesehen.</translation></message>
<message><source>Zoom in</source>
<translation>Vergrößern</translation></message>
<message><source>Zoom out</source>
<translation>Verkleinern</translation></message>
<message><source>Zoom picture</source>
<translation>Bild zoomen</translation></message>
<message><source>Zoom timeline in</source>
<translation>Zeitleiste vergrößern</translation></message>
<message><source>Zoom timeline out</source>
<translation>Zeitleiste verkleinern</translation></message>
<message><source>Zoom: fits, at {percent}</source>
<translation>Vergrößerung: eingepasst, bei {percent}</translation></message>
<message><source>a change of the order noted as {detail}</source>
<translation>eine Änderung der Reihenfolge, vermerkt als {detail}</translation></message>
<message><source>a cut</source>
<translation>ein Schnitt</translation></message>
<message><source>a drawing</source>
<translation>eine Zeichnung</translation></message>
<message><source>a drawing noted as {stored}</source>
<translation>eine Zeichnung, vermerkt als {stored}</translation></message>
<message><source>a frame is shown</source>
<translation>ein Frame wird gezeigt</translation></message>
<message><source>a message larger than any of ComfyUI's</source>
<translation>eine Nachricht, größer als jede von ComfyUI</translation></message>
<message><source>a new name noted as {detail}</source>
<translation>ein neuer Name, vermerkt als {detail}</translation></message>
<message><source>a note noted as {record}</source>
<translation>eine Notiz, vermerkt als {record}</translation></message>
<message><source>a number</source>
<translation>eine Zahl</translation></message>
<message><source>a picture</source>
<translation>ein Bild</translation></message>
<message><source>a preset noted as {stored}</source>
<translation>eine Voreinstellung, vermerkt als {stored}</translation></message>
<message><source>a removed segment, v{number}</source>
<translation>ein entferntes Segment, v{number}</translation></message>
<message><source>a run</source>
<translation>ein Lauf</translation></message>
<message><source>a run's versions noted as {stored}</source>
<translation>Versionen eines Laufs, vermerkt als {stored}</translation></message>
<message><source>a size of {width}x{height}, not {a}x{b}</source>
<translation>eine Größe von {width}x{height}, nicht {a}x{b}</translation></message>
<message><source>a subgraph's input</source>
<translation>der Eingang eines Subgraphs</translation></message>
<message><source>a subgraph{a} whose definition is not in the file</source>
<translation>ein Subgraph{a}, dessen Definition nicht in der Datei ist</translation></message>
<message><source>a verdict noted as {one}</source>
<translation>ein Urteil, vermerkt als {one}</translation></message>
<message><source>a verdict noted as {stored}</source>
<translation>ein Urteil, vermerkt als {stored}</translation></message>
<message><source>a version</source>
<translation>eine Version</translation></message>
<message><source>a visible jump</source>
<translation>ein sichtbarer Sprung</translation></message>
<message><source>accepted as is</source>
<translation>wie er ist angenommen</translation></message>
<message><source>accepted boundary {boundary} as is</source>
<translation>hat Übergang {boundary} angenommen, wie er ist</translation></message>
<message><source>adds a jerk</source>
<translation>fügt einen Ruck hinzu</translation></message>
<message><source>adds a stall</source>
<translation>fügt ein Stocken hinzu</translation></message>
<message><source>after segment {a}</source>
<translation>nach Segment {a}</translation></message>
<message><source>all are turned off</source>
<translation>alle sind ausgeschaltet</translation></message>
<message><source>always becomes current</source>
<translation>wird immer aktuell</translation></message>
<message><source>an answer over {answer_bytes} bytes</source>
<translation>eine Antwort über {answer_bytes} Bytes</translation></message>
<message><source>an approval noted as {upstream}</source>
<translation>eine Freigabe, vermerkt als {upstream}</translation></message>
<message><source>an empty value</source>
<translation>ein leerer Wert</translation></message>
<message><source>and {beyond} more</source>
<translation>und {beyond} weitere</translation></message>
<message><source>another one</source>
<translation>eine andere</translation></message>
<message><source>another shot</source>
<translation>andere Einstellung</translation></message>
<message><source>any server</source>
<translation>ein beliebiger Server</translation></message>
<message><source>approve</source>
<translation>freigeben</translation></message>
<message><source>approved</source>
<translation>freigegeben</translation></message>
<message><source>approved {version} and others with it</source>
<translation>hat {version} und damit andere freigegeben</translation></message>
<message><source>are</source>
<translation>sind</translation></message>
<message><source>as it is</source>
<translation>wie es ist</translation></message>
<message><source>as it was before the file changed</source>
<translation>wie vor der Änderung der Datei</translation></message>
<message><source>asked for segment {segment}</source>
<translation>hat Segment {segment} angefordert</translation></message>
<message><source>asked for segment {segment} again</source>
<translation>hat Segment {segment} noch einmal angefordert</translation></message>
<message><source>asking</source>
<translation>wird gefragt</translation></message>
<message><source>at most</source>
<translation>höchstens</translation></message>
<message><source>at step {done} of {total}</source>
<translation>bei Schritt {done} von {total}</translation></message>
<message><source>becomes current when its checks pass</source>
<translation>wird aktuell, wenn seine Prüfungen bestehen</translation></message>
<message><source>becomes the video itself</source>
<translation>wird das Video selbst</translation></message>
<message><source>before segment 1</source>
<translation>vor Segment 1</translation></message>
<message><source>bindings noted as {stored}</source>
<translation>Zuordnungen vermerkt als {stored}</translation></message>
<message><source>blind comparison</source>
<translation>Blindvergleich</translation></message>
<message><source>bluer</source>
<translation>blauer</translation></message>
<message><source>borderline</source>
<translation>grenzwertig</translation></message>
<message><source>borderline boundaries</source>
<translation>grenzwertige Übergänge</translation></message>
<message><source>borderline boundary</source>
<translation>grenzwertiger Übergang</translation></message>
<message><source>borderline, SSIM {a}</source>
<translation>grenzwertig, SSIM {a}</translation></message>
<message><source>both are visible jumps</source>
<translation>beide sind sichtbare Sprünge</translation></message>
<message><source>boundaries not checked</source>
<translation>Übergänge nicht geprüft</translation></message>
<message><source>boundary not checked</source>
<translation>Übergang nicht geprüft</translation></message>
<message><source>boundary {a} | {b}</source>
<translation>Übergang {a} | {b}</translation></message>
<message><source>bridge</source>
<translation>neue Frames</translation></message>
<message><source>brighter</source>
<translation>heller</translation></message>
<message><source>brightness, contrast, chroma and sharpness stay near the first segments</source>
<translation>Helligkeit, Kontrast, Buntheit und Schärfe bleiben nahe den ersten Segmenten</translation></message>
<message><source>can't be found</source>
<translation>nicht zu finden</translation></message>
<message><source>cancelled</source>
<translation>abgebrochen</translation></message>
<message><source>cancelling</source>
<translation>wird abgebrochen</translation></message>
<message><source>carries</source>
<translation>trägt</translation></message>
<message><source>carry</source>
<translation>tragen</translation></message>
<message><source>changed how boundaries are judged</source>
<translation>hat geändert, wie Übergänge beurteilt werden</translation></message>
<message><source>changed the project's settings</source>
<translation>hat die Einstellungen des Projekts geändert</translation></message>
<message><source>checking</source>
<translation>wird geprüft</translation></message>
<message><source>chose {version} over {other} in a blind comparison</source>
<translation>hat im Blindvergleich {version} statt {other} gewählt</translation></message>
<message><source>chosen by hand</source>
<translation>von Hand gewählt</translation></message>
<message><source>closed by the server</source>
<translation>vom Server geschlossen</translation></message>
<message><source>colour map</source>
<translation>Farbtabelle</translation></message>
<message><source>colours change</source>
<translation>Farben ändern sich</translation></message>
<message><source>connection refused</source>
<translation>Verbindung verweigert</translation></message>
<message><source>converted to {told}</source>
<translation>umgewandelt in {told}</translation></message>
<message><source>cooler</source>
<translation>kühler</translation></message>
<message><source>crash report</source>
<translation>Fehlerbericht</translation></message>
<message><source>current</source>
<translation>aktuell</translation></message>
<message><source>cut</source>
<translation>Schnitt</translation></message>
<message><source>cut without loss</source>
<translation>ohne Verlust geschnitten</translation></message>
<message><source>d MMM</source>
<translation>d. MMM</translation></message>
<message><source>d MMM yyyy</source>
<translation>d. MMM yyyy</translation></message>
<message><source>damaged</source>
<translation>beschädigt</translation></message>
<message><source>damaged shortcuts</source>
<translation>beschädigte Tastenkürzel</translation></message>
<message><source>darker</source>
<translation>dunkler</translation></message>
<message><source>declared boundary {boundary} a cut</source>
<translation>hat Übergang {boundary} zum Schnitt erklärt</translation></message>
<message><source>detail × {a}</source>
<translation>Details × {a}</translation></message>
<message><source>dissolve</source>
<translation>Überblendung</translation></message>
<message><source>does not help</source>
<translation>hilft nicht</translation></message>
<message><source>doesn't match</source>
<translation>passt nicht</translation></message>
<message><source>done</source>
<translation>fertig</translation></message>
<message><source>done in {duration}</source>
<translation>fertig in {duration}</translation></message>
<message><source>doubles contours</source>
<translation>verdoppelt Konturen</translation></message>
<message><source>edited a note at {version}</source>
<translation>hat eine Notiz bei {version} bearbeitet</translation></message>
<message><source>encoded, it is what {a} starts from</source>
<translation>kodiert ist es, womit {a} beginnt</translation></message>
<message><source>end frame</source>
<translation>Endframe</translation></message>
<message><source>exported the scene</source>
<translation>hat die Szene exportiert</translation></message>
<message><source>fade</source>
<translation>Blende</translation></message>
<message><source>failed</source>
<translation>gescheitert</translation></message>
<message><source>fails from</source>
<translation>Fehler ab</translation></message>
<message><source>feeds {name} of {a}</source>
<translation>speist {name} von {a}</translation></message>
<message><source>finds nothing to change here</source>
<translation>findet hier nichts zu ändern</translation></message>
<message><source>first frame</source>
<translation>erster Frame</translation></message>
<message><source>first picture of {name} of {a}</source>
<translation>erstes Bild von {name} von {a}</translation></message>
<message><source>fix</source>
<translation>Korrektur</translation></message>
<message><source>flip A and B</source>
<translation>A und B umschalten</translation></message>
<message><source>flow luma</source>
<translation>Fluss-Luma</translation></message>
<message><source>frame</source>
<translation>Frame</translation></message>
<message><source>frame drop</source>
<translation>weggelassener Frame</translation></message>
<message><source>frame shown twice</source>
<translation>Frame doppelt gezeigt</translation></message>
<message><source>frame {a} is damaged</source>
<translation>Frame {a} ist beschädigt</translation></message>
<message><source>frame {number}</source>
<translation>Frame {number}</translation></message>
<message><source>frames {a} → {b}</source>
<translation>Frames {a} → {b}</translation></message>
<message><source>frames {range}</source>
<translation>Frames {range}</translation></message>
<message><source>go on with it as it is</source>
<translation>damit weitergehen, wie es ist</translation></message>
<message><source>goes through {a}</source>
<translation>geht durch {a}</translation></message>
<message><source>greener</source>
<translation>grüner</translation></message>
<message><source>guides {a} at frame {b}</source>
<translation>führt {a} bei Frame {b}</translation></message>
<message><source>half a px</source>
<translation>ein halbes px</translation></message>
<message><source>handed over</source>
<translation>übergeben</translation></message>
<message><source>handed-off frame</source>
<translation>übergebener Frame</translation></message>
<message><source>has an</source>
<translation>hat eine</translation></message>
<message><source>have an</source>
<translation>haben eine</translation></message>
<message><source>holds {a}…</source>
<translation>enthält {a}…</translation></message>
<message><source>idle</source>
<translation>frei</translation></message>
<message><source>imported the clips</source>
<translation>hat die Clips importiert</translation></message>
<message><source>in point at frame {a}</source>
<translation>In-Punkt bei Frame {a}</translation></message>
<message><source>in the scene now</source>
<translation>jetzt in der Szene</translation></message>
<message><source>in to out</source>
<translation>In bis Out</translation></message>
<message><source>in-betweens</source>
<translation>Zwischenbilder</translation></message>
<message><source>inspect and smooth</source>
<translation>ansehen und glätten</translation></message>
<message><source>is</source>
<translation>ist</translation></message>
<message><source>is connected to {a}</source>
<translation>ist mit {a} verbunden</translation></message>
<message><source>it cannot be checked</source>
<translation>es kann nicht geprüft werden</translation></message>
<message><source>it cannot be read</source>
<translation>es kann nicht gelesen werden</translation></message>
<message><source>it does not answer as ComfyUI does ({error})</source>
<translation>es antwortet nicht wie ComfyUI ({error})</translation></message>
<message><source>it does not say that it is one</source>
<translation>sie sagt nicht, dass sie eine ist</translation></message>
<message><source>it does not say when its pictures are shown</source>
<translation>es sagt nicht, wann seine Bilder gezeigt werden</translation></message>
<message><source>it does not speak https there; try http://</source>
<translation>dort wird kein https gesprochen; http:// versuchen</translation></message>
<message><source>it ends at frame {stop}, the clip has {frame_count}</source>
<translation>sie endet bei Frame {stop}, der Clip hat {frame_count}</translation></message>
<message><source>it fits neither neighbour</source>
<translation>es passt zu keinem Nachbarn</translation></message>
<message><source>it fits no frame of the version, or is too long</source>
<translation>sie passt zu keinem Frame der Version oder ist zu lang</translation></message>
<message><source>it has expired</source>
<translation>es ist abgelaufen</translation></message>
<message><source>it has no pictures</source>
<translation>es hat keine Bilder</translation></message>
<message><source>it has no value.</source>
<translation>es hat keinen Wert.</translation></message>
<message><source>it has no video stream</source>
<translation>es hat keine Videospur</translation></message>
<message><source>it holds no cut with pictures</source>
<translation>sie enthält keinen Schnitt mit Bildern</translation></message>
<message><source>it is a cut here, and is not judged</source>
<translation>er ist hier ein Schnitt und wird nicht beurteilt</translation></message>
<message><source>it is a cut there, and smoothed here</source>
<translation>er ist dort ein Schnitt und hier geglättet</translation></message>
<message><source>it is a folder</source>
<translation>es ist ein Ordner</translation></message>
<message><source>it is a picture, not a video</source>
<translation>es ist ein Bild, kein Video</translation></message>
<message><source>it is an animated picture ({kind})</source>
<translation>es ist ein animiertes Bild ({kind})</translation></message>
<message><source>it is an animation, not a still picture</source>
<translation>es ist eine Animation, kein stehendes Bild</translation></message>
<message><source>it is connected to node {source}, which is not in the workflow.</source>
<translation>es ist mit Knoten {source} verbunden, der nicht im Workflow ist.</translation></message>
<message><source>it is connected to output {slot} of {a}, which has {b}.</source>
<translation>es ist mit Ausgang {slot} von {a} verbunden, das {b} hat.</translation></message>
<message><source>it is damaged or cannot be opened</source>
<translation>es ist beschädigt oder lässt sich nicht öffnen</translation></message>
<message><source>it is empty (0 bytes)</source>
<translation>sie ist leer (0 Bytes)</translation></message>
<message><source>it is made out to another name</source>
<translation>es ist auf einen anderen Namen ausgestellt</translation></message>
<message><source>it is no JSON</source>
<translation>sie ist kein JSON</translation></message>
<message><source>it is no PEM file</source>
<translation>es ist keine PEM-Datei</translation></message>
<message><source>it is no animated picture</source>
<translation>es ist kein animiertes Bild</translation></message>
<message><source>it is not a PNG, JPEG or WebP picture</source>
<translation>es ist kein PNG-, JPEG- oder WebP-Bild</translation></message>
<message><source>it is not a video, or its end is missing</source>
<translation>es ist kein Video, oder sein Ende fehlt</translation></message>
<message><source>it is not measured here yet; check it, then merge again</source>
<translation>er ist hier noch nicht gemessen; prüfen, dann noch einmal zusammenführen</translation></message>
<message><source>it is not there</source>
<translation>sie ist nicht da</translation></message>
<message><source>it is numbered pictures</source>
<translation>es sind nummerierte Bilder</translation></message>
<message><source>it is self-signed</source>
<translation>es ist selbst signiert</translation></message>
<message><source>it is too large</source>
<translation>sie ist zu groß</translation></message>
<message><source>it is too large to be a frame</source>
<translation>es ist zu groß für einen Frame</translation></message>
<message><source>it was generated from a frame that has been replaced</source>
<translation>es entstand aus einem Frame, der ersetzt worden ist</translation></message>
<message><source>its connection is damaged.</source>
<translation>die Verbindung ist beschädigt.</translation></message>
<message><source>its drawing cannot be read</source>
<translation>ihre Zeichnung ist nicht lesbar</translation></message>
<message><source>its frames cannot be counted</source>
<translation>seine Frames lassen sich nicht zählen</translation></message>
<message><source>its header is damaged</source>
<translation>sein Kopf ist beschädigt</translation></message>
<message><source>its name is not text</source>
<translation>ihr Name ist kein Text</translation></message>
<message><source>its pictures are stored turned by {turn} degrees</source>
<translation>seine Bilder liegen um {turn} Grad gedreht</translation></message>
<message><source>its pictures are too large: {size}</source>
<translation>seine Bilder sind zu groß: {size}</translation></message>
<message><source>its pixel format {name} cannot be kept without loss</source>
<translation>sein Pixelformat {name} lässt sich nicht ohne Verlust behalten</translation></message>
<message><source>its start changed</source>
<translation>sein Anfang hat sich geändert</translation></message>
<message><source>judged boundary {boundary} otherwise</source>
<translation>hat Übergang {boundary} anders beurteilt</translation></message>
<message><source>kept without loss</source>
<translation>ohne Verlust behalten</translation></message>
<message><source>last frame</source>
<translation>letzter Frame</translation></message>
<message><source>last picture of {name} of {a}</source>
<translation>letztes Bild von {name} von {a}</translation></message>
<message><source>left a note at {version}</source>
<translation>hat eine Notiz bei {version} hinterlassen</translation></message>
<message><source>left out</source>
<translation>weggelassen</translation></message>
<message><source>less colourful</source>
<translation>weniger bunt</translation></message>
<message><source>levels</source>
<translation>Stufen</translation></message>
<message><source>libavcodec {major}.{minor}.{micro}; {a}</source>
<translation>libavcodec {major}.{minor}.{micro}; {a}</translation></message>
<message><source>limits noted as {stored}</source>
<translation>Grenzwerte vermerkt als {stored}</translation></message>
<message><source>local server</source>
<translation>lokaler Server</translation></message>
<message><source>lost</source>
<translation>verloren</translation></message>
<message><source>made {version} as a copy in the scene's size and rate</source>
<translation>machte {version} als Kopie in Größe und Rate der Szene</translation></message>
<message><source>makes the change of sharpness larger</source>
<translation>macht die Änderung der Schärfe größer</translation></message>
<message><source>makes the colour step larger</source>
<translation>macht den Farbschritt größer</translation></message>
<message><source>makes the jump larger</source>
<translation>macht den Sprung größer</translation></message>
<message><source>makes the motion turn back</source>
<translation>lässt die Bewegung umkehren</translation></message>
<message><source>missing</source>
<translation>fehlend</translation></message>
<message><source>missing or damaged</source>
<translation>fehlend oder beschädigt</translation></message>
<message><source>more colourful</source>
<translation>bunter</translation></message>
<message><source>more than one input that may be</source>
<translation>mehr als einen möglichen Eingang für</translation></message>
<message><source>morph</source>
<translation>Morph</translation></message>
<message><source>motion breaks</source>
<translation>Bewegung bricht</translation></message>
<message><source>motion jumps ahead</source>
<translation>Bewegung springt voraus</translation></message>
<message><source>motion stalls</source>
<translation>Bewegung stockt</translation></message>
<message><source>motion turns around</source>
<translation>Bewegung kehrt um</translation></message>
<message><source>motion-aware fade</source>
<translation>bewegungsgerechte Blende</translation></message>
<message><source>name or service not known</source>
<translation>Name oder Dienst unbekannt</translation></message>
<message><source>names the file of {a}</source>
<translation>nennt die Datei von {a}</translation></message>
<message><source>narrowed down to {count} of them</source>
<translation>eingeschränkt auf {count} davon</translation></message>
<message><source>natural here {low}–{high}</source>
<translation>natürlich hier {low}–{high}</translation></message>
<message><source>natural motion removed</source>
<translation>ohne natürliche Bewegung</translation></message>
<message><source>natural {low} to {a}</source>
<translation>natürlich {low} bis {a}</translation></message>
<message><source>needs more frames than there are</source>
<translation>braucht mehr Frames, als es gibt</translation></message>
<message><source>needs work</source>
<translation>Nacharbeit nötig</translation></message>
<message><source>neighbouring frames SSIM {low}–{high}, lowest {ssim_text} at frames {a} → {b}</source>
<translation>benachbarte Frames SSIM {low}–{high}, am niedrigsten {ssim_text} bei den Frames {a} → {b}</translation></message>
<message><source>new</source>
<translation>neu</translation></message>
<message><source>newer release</source>
<translation>neuere Ausgabe</translation></message>
<message><source>next in line</source>
<translation>als Nächstes</translation></message>
<message><source>next visible jump</source>
<translation>nächster sichtbarer Sprung</translation></message>
<message><source>no Load Image node leads to the sampler</source>
<translation>kein Knoten Load Image führt zum Sampler</translation></message>
<message><source>no answer in time</source>
<translation>keine Antwort in der gegebenen Zeit</translation></message>
<message><source>no authority known here vouches for it</source>
<translation>keine hier bekannte Stelle bürgt dafür</translation></message>
<message><source>no connection in time</source>
<translation>keine Verbindung in der gegebenen Zeit</translation></message>
<message><source>no decoder is known for its codec</source>
<translation>kein Decoder ist für seinen Codec bekannt</translation></message>
<message><source>no encoder</source>
<translation>kein Encoder</translation></message>
<message><source>no file</source>
<translation>keine Datei</translation></message>
<message><source>no in or out point</source>
<translation>kein In- oder Out-Punkt</translation></message>
<message><source>no literals</source>
<translation>keine festen Werte</translation></message>
<message><source>no node saves a video</source>
<translation>kein Knoten sichert ein Video</translation></message>
<message><source>no repeat is left to see</source>
<translation>keine Wiederholung ist mehr zu sehen</translation></message>
<message><source>no such host</source>
<translation>kein solcher Rechner</translation></message>
<message><source>no sure input for</source>
<translation>keinen sicheren Eingang für</translation></message>
<message><source>no visible jump</source>
<translation>kein sichtbarer Sprung</translation></message>
<message><source>no whole answer in time</source>
<translation>keine ganze Antwort in der gegebenen Zeit</translation></message>
<message><source>node {node_id} made {a}</source>
<translation>Knoten {node_id} machte {a}</translation></message>
<message><source>noise of {a}</source>
<translation>Rauschen von {a}</translation></message>
<message><source>none of its pictures can be decoded</source>
<translation>keines seiner Bilder lässt sich dekodieren</translation></message>
<message><source>normal here {natural_min}–{natural_max}</source>
<translation>natürlich hier {natural_min}–{natural_max}</translation></message>
<message><source>not answering</source>
<translation>antwortet nicht</translation></message>
<message><source>not asked yet</source>
<translation>noch nicht gefragt</translation></message>
<message><source>not checked</source>
<translation>nicht geprüft</translation></message>
<message><source>not compared yet</source>
<translation>noch nicht verglichen</translation></message>
<message><source>not valid for</source>
<translation>nicht gültig für</translation></message>
<message><source>note at this frame</source>
<translation>Notiz zu diesem Frame</translation></message>
<message><source>note {segment}.{a} {author} {created_at}</source>
<translation>Notiz {segment}.{a} {author} {created_at}</translation></message>
<message><source>nothing is asked any more</source>
<translation>nichts wird mehr gefragt</translation></message>
<message><source>nothing is connected; it needs {a}.</source>
<translation>nichts ist verbunden; nötig ist {a}.</translation></message>
<message><source>nothing of the jump is left to see</source>
<translation>vom Sprung ist nichts mehr zu sehen</translation></message>
<message><source>octaves</source>
<translation>Oktaven</translation></message>
<message><source>of {count}</source>
<translation>von {count}</translation></message>
<message><source>of {total}</source>
<translation>von {total}</translation></message>
<message><source>old and new are compared</source>
<translation>alt und neu werden verglichen</translation></message>
<message><source>on this server {class_of} saves no result.</source>
<translation>auf diesem Server sichert {class_of} kein Ergebnis.</translation></message>
<message><source>on {server}</source>
<translation>auf {server}</translation></message>
<message><source>open</source>
<translation>öffnen</translation></message>
<message><source>open visible jump</source>
<translation>offener sichtbarer Sprung</translation></message>
<message><source>opened a note at {version} again</source>
<translation>hat eine Notiz bei {version} wieder geöffnet</translation></message>
<message><source>other versions play before it here</source>
<translation>davor spielen hier andere Versionen</translation></message>
<message><source>out point at frame {a}</source>
<translation>Out-Punkt bei Frame {a}</translation></message>
<message><source>pass</source>
<translation>bestanden</translation></message>
<message><source>paused: {run} ({reason})</source>
<translation>angehalten: {run} ({reason})</translation></message>
<message><source>pin held</source>
<translation>Anschluss gehalten</translation></message>
<message><source>pixel format {name}</source>
<translation>Pixelformat {name}</translation></message>
<message><source>play or pause</source>
<translation>abspielen oder anhalten</translation></message>
<message><source>previous</source>
<translation>vorher</translation></message>
<message><source>prompt {prompt_id}, node {node_id}</source>
<translation>Prompt {prompt_id}, Knoten {node_id}</translation></message>
<message><source>prompt {prompt_id}: what it made before it stopped is not used</source>
<translation>Prompt {prompt_id}: was vor dem Ende entstand, wird nicht verwendet</translation></message>
<message><source>quality not checked</source>
<translation>Qualität nicht geprüft</translation></message>
<message><source>quality {score}</source>
<translation>Qualität {score}</translation></message>
<message><source>queued</source>
<translation>in der Warteschlange</translation></message>
<message><source>ramp</source>
<translation>Rampe</translation></message>
<message><source>reading it is not permitted</source>
<translation>Lesen ist nicht erlaubt</translation></message>
<message><source>redder</source>
<translation>röter</translation></message>
<message><source>redid a decision</source>
<translation>hat eine Entscheidung wiederhergestellt</translation></message>
<message><source>regenerate</source>
<translation>neu generieren</translation></message>
<message><source>regenerate segment {a}</source>
<translation>Segment {a} neu generieren</translation></message>
<message><source>removed a note at {version}</source>
<translation>hat eine Notiz bei {version} entfernt</translation></message>
<message><source>renamed the scene</source>
<translation>hat die Szene umbenannt</translation></message>
<message><source>render the segment again, with other settings if you like</source>
<translation>das Segment noch einmal rendern, auf Wunsch mit anderen Einstellungen</translation></message>
<message><source>repeated frame</source>
<translation>wiederholter Frame</translation></message>
<message><source>reset by peer</source>
<translation>von der Gegenseite zurückgesetzt</translation></message>
<message><source>resolved a note at {version}</source>
<translation>hat eine Notiz bei {version} erledigt</translation></message>
<message><source>resources/{name} is empty</source>
<translation>resources/{name} ist leer</translation></message>
<message><source>restitch hand-over</source>
<translation>Restitch-Übergabe</translation></message>
<message><source>rough, and not a version</source>
<translation>grob, und keine Version</translation></message>
<message><source>running</source>
<translation>läuft</translation></message>
<message><source>saves a video</source>
<translation>sichert ein Video</translation></message>
<message><source>saves single pictures</source>
<translation>sichert einzelne Bilder</translation></message>
<message><source>saw no difference between {version} and {other} in a blind comparison</source>
<translation>sah im Blindvergleich keinen Unterschied zwischen {version} und {other}</translation></message>
<message><source>says {version} needs work</source>
<translation>sagt, {version} braucht Nacharbeit</translation></message>
<message><source>scaled or turned</source>
<translation>skaliert oder gedreht</translation></message>
<message><source>seed changed</source>
<translation>Startframe geändert</translation></message>
<message><source>seed frame</source>
<translation>Startframe</translation></message>
<message><source>seed of {a}</source>
<translation>Seed von {a}</translation></message>
<message><source>seed of {a}, not of the noise</source>
<translation>Seed von {a}, nicht des Rauschens</translation></message>
<message><source>seen as {a}{by}</source>
<translation>gesehen als {a}{by}</translation></message>
<message><source>segment {a} of {stop_index}</source>
<translation>Segment {a} von {stop_index}</translation></message>
<message><source>segment {a} v{number}</source>
<translation>Segment {a} v{number}</translation></message>
<message><source>segment {a}, frame {b}</source>
<translation>Segment {a}, Frame {b}</translation></message>
<message><source>segment {a}: {path}</source>
<translation>Segment {a}: {path}</translation></message>
<message><source>segment {number} now ends on a different frame</source>
<translation>Segment {number} endet jetzt auf einem anderen Frame</translation></message>
<message><source>segment {right} was generated from a frame that has been replaced</source>
<translation>Segment {right} entstand aus einem Frame, der ersetzt worden ist</translation></message>
<message><source>segment {sequence_index} v{number}</source>
<translation>Segment {sequence_index} v{number}</translation></message>
<message><source>segments {a}–{count}</source>
<translation>Segmente {a}–{count}</translation></message>
<message><source>segments {first}–{last}</source>
<translation>Segmente {first}–{last}</translation></message>
<message><source>self signed</source>
<translation>selbst signiert</translation></message>
<message><source>set a treatment aside that no longer fits</source>
<translation>hat eine Behandlung beiseitegelegt, die nicht mehr passt</translation></message>
<message><source>settings noted as {detail}</source>
<translation>Einstellungen vermerkt als {detail}</translation></message>
<message><source>share</source>
<translation>Anteil</translation></message>
<message><source>sharper</source>
<translation>schärfer</translation></message>
<message><source>sharpness {share}</source>
<translation>Schärfe {share}</translation></message>
<message><source>shifted by {told}</source>
<translation>verschoben um {told}</translation></message>
<message><source>shows a video without keeping it</source>
<translation>zeigt ein Video, ohne es zu behalten</translation></message>
<message><source>similarity {value}</source>
<translation>Ähnlichkeit {value}</translation></message>
<message><source>smooth</source>
<translation>glatt</translation></message>
<message><source>smooth boundaries</source>
<translation>glatte Übergänge</translation></message>
<message><source>smooth boundary</source>
<translation>glatter Übergang</translation></message>
<message><source>smoothed</source>
<translation>geglättet</translation></message>
<message><source>smoothed boundary {boundary}</source>
<translation>hat Übergang {boundary} geglättet</translation></message>
<message><source>softens the picture</source>
<translation>macht das Bild weicher</translation></message>
<message><source>softer</source>
<translation>weicher</translation></message>
<message><source>something answers there that is not ComfyUI</source>
<translation>dort antwortet etwas, das nicht ComfyUI ist</translation></message>
<message><source>stale</source>
<translation>veraltet</translation></message>
<message><source>stale, follows {number}</source>
<translation>veraltet, folgt {number}</translation></message>
<message><source>stale, seed changed</source>
<translation>veraltet, Startframe geändert</translation></message>
<message><source>start picture</source>
<translation>Startbild</translation></message>
<message><source>starting</source>
<translation>beginnt</translation></message>
<message><source>starts at once</source>
<translation>beginnt sofort</translation></message>
<message><source>starts in {time}</source>
<translation>beginnt in {time}</translation></message>
<message><source>stay</source>
<translation>bleiben</translation></message>
<message><source>stays</source>
<translation>bleibt</translation></message>
<message><source>steady</source>
<translation>stabil</translation></message>
<message><source>step {done} of {total}</source>
<translation>Schritt {done} von {total}</translation></message>
<message><source>submitted</source>
<translation>übermittelt</translation></message>
<message><source>switched off</source>
<translation>abgeschaltet</translation></message>
<message><source>take {take} of {takes}</source>
<translation>Take {take} von {takes}</translation></message>
<message><source>texture changes</source>
<translation>Textur ändert sich</translation></message>
<message><source>the Restitch window</source>
<translation>das Restitch-Fenster</translation></message>
<message><source>the boundary is smoothed</source>
<translation>der Übergang ist geglättet</translation></message>
<message><source>the certificate file {file} cannot be used, {unusable}</source>
<translation>die Zertifikatsdatei {file} kann nicht verwendet werden, {unusable}</translation></message>
<message><source>the connection broke in the middle of an answer</source>
<translation>die Verbindung brach mitten in einer Antwort ab</translation></message>
<message><source>the connection failed</source>
<translation>die Verbindung ist gescheitert</translation></message>
<message><source>the dialog can be confirmed</source>
<translation>der Dialog lässt sich bestätigen</translation></message>
<message><source>the dialog is shown</source>
<translation>der Dialog wird gezeigt</translation></message>
<message><source>the disk does not answer</source>
<translation>die Platte antwortet nicht</translation></message>
<message><source>the encrypted connection failed</source>
<translation>die verschlüsselte Verbindung ist gescheitert</translation></message>
<message><source>the first picture is made in the workflow itself; it {generated}</source>
<translation>das erste Bild entsteht im Workflow selbst; er {generated}</translation></message>
<message><source>the first segment</source>
<translation>dem ersten Segment</translation></message>
<message><source>the first {count} segments</source>
<translation>den ersten {count} Segmenten</translation></message>
<message><source>the fixes are measured</source>
<translation>die Korrekturen sind gemessen</translation></message>
<message><source>the jump gets much smaller</source>
<translation>der Sprung wird viel kleiner</translation></message>
<message><source>the jump gets smaller</source>
<translation>der Sprung wird kleiner</translation></message>
<message><source>the new version is current</source>
<translation>die neue Version ist aktuell</translation></message>
<message><source>the node says no class; the workflow is damaged.</source>
<translation>der Knoten nennt keine Klasse; der Workflow ist beschädigt.</translation></message>
<message><source>the node {node_class} is not installed on this server.</source>
<translation>der Knoten {node_class} ist auf diesem Server nicht installiert.</translation></message>
<message><source>the nodes are connected in a circle: {told}.</source>
<translation>die Knoten sind im Kreis verbunden: {told}.</translation></message>
<message><source>the others are</source>
<translation>die anderen sind</translation></message>
<message><source>the picture jumps</source>
<translation>das Bild springt</translation></message>
<message><source>the progress socket failed ({error})</source>
<translation>der Fortschritts-Socket ist gescheitert ({error})</translation></message>
<message><source>the progress socket was refused ({status_code})</source>
<translation>der Fortschritts-Socket wurde abgelehnt ({status_code})</translation></message>
<message><source>the project</source>
<translation>das Projekt</translation></message>
<message><source>the project is open</source>
<translation>das Projekt ist offen</translation></message>
<message><source>the scene</source>
<translation>die Szene</translation></message>
<message><source>the scene is</source>
<translation>die Szene ist</translation></message>
<message><source>the scene's own motion</source>
<translation>der eigenen Bewegung der Szene</translation></message>
<message><source>the server has no node {class_name}{called}</source>
<translation>der Server hat keinen Knoten {class_name}{called}</translation></message>
<message><source>the server renders</source>
<translation>der Server rendert</translation></message>
<message><source>the sound device does not answer any more</source>
<translation>das Tongerät antwortet nicht mehr</translation></message>
<message><source>the window is closed</source>
<translation>das Fenster ist geschlossen</translation></message>
<message><source>there are no pictures of that name</source>
<translation>es gibt keine Bilder dieses Namens</translation></message>
<message><source>these two versions do not meet here</source>
<translation>diese beiden Versionen treffen sich hier nicht</translation></message>
<message><source>this computer has no sound device</source>
<translation>dieser Rechner hat kein Tongerät</translation></message>
<message><source>this server does not offer {told}.</source>
<translation>dieser Server bietet {told} nicht an.</translation></message>
<message><source>timed out</source>
<translation>Zeit abgelaufen</translation></message>
<message><source>took the decision on boundary {boundary} back</source>
<translation>hat die Entscheidung über Übergang {boundary} zurückgenommen</translation></message>
<message><source>took the verdict on {version} back</source>
<translation>hat das Urteil über {version} zurückgenommen</translation></message>
<message><source>treatments overlap in segment {a}</source>
<translation>Behandlungen überlappen in Segment {a}</translation></message>
<message><source>undid a decision</source>
<translation>hat eine Entscheidung rückgängig gemacht</translation></message>
<message><source>undo</source>
<translation>rückgängig</translation></message>
<message><source>unknown fault</source>
<translation>unbekannter Fehler</translation></message>
<message><source>unusable</source>
<translation>unbrauchbar</translation></message>
<message><source>uploading</source>
<translation>wird hochgeladen</translation></message>
<message><source>verdict on boundary {label}</source>
<translation>Urteil über Übergang {label}</translation></message>
<message><source>verdicts noted as {stored}</source>
<translation>Urteile vermerkt als {stored}</translation></message>
<message><source>version {number}</source>
<translation>Version {number}</translation></message>
<message><source>visible</source>
<translation>sichtbar</translation></message>
<message><source>visible jump</source>
<translation>sichtbarer Sprung</translation></message>
<message><source>visible jump, SSIM {a}</source>
<translation>sichtbarer Sprung, SSIM {a}</translation></message>
<message><source>v{number} (QA {score_text})</source>
<translation>v{number} (QA {score_text})</translation></message>
<message><source>v{number} ends before this frame</source>
<translation>v{number} endet vor diesem Frame</translation></message>
<message><source>v{number} has no frame {a}</source>
<translation>v{number} hat keinen Frame {a}</translation></message>
<message><source>v{number} is current</source>
<translation>v{number} ist aktuell</translation></message>
<message><source>v{number} is ready. v{current} is still current.</source>
<translation>v{number} ist fertig. v{current} ist noch aktuell.</translation></message>
<message><source>v{number} of segment {a}</source>
<translation>v{number} von Segment {a}</translation></message>
<message><source>v{number} of segment {a} cannot be used</source>
<translation>v{number} von Segment {a} kann nicht verwendet werden</translation></message>
<message><source>v{number} of segment {a} is here, but cannot be compared with its neighbour</source>
<translation>v{number} von Segment {a} ist da, kann aber nicht mit dem Nachbarn verglichen werden</translation></message>
<message><source>v{number} of segment {a} is not converted</source>
<translation>v{number} von Segment {a} wurde nicht umgewandelt</translation></message>
<message><source>v{number} of segment {a} was the seed of others</source>
<translation>v{number} von Segment {a} war der Ursprung anderer</translation></message>
<message><source>v{number} plays the same file as another version: its file stays.</source>
<translation>v{number} spielt dieselbe Datei wie eine andere Version: die Datei bleibt.</translation></message>
<message><source>v{number} was not compared</source>
<translation>v{number} wurde nicht verglichen</translation></message>
<message><source>v{number} was the seed of </source>
<translation>v{number} war der Ursprung von </translation></message>
<message><source>v{number} was the seed of {a}. Their seed frame stays, the clip would be gone.</source>
<translation>v{number} war der Ursprung von {a}. Deren Startframe bleibt, der Clip wäre fort.</translation></message>
<message><source>v{number}: {reason}. The scene has {shape}.</source>
<translation>v{number}: {reason}. Die Szene hat {shape}.</translation></message>
<message><source>v{version} of segment {segment} is current. {stale}.</source>
<translation>v{version} von Segment {segment} ist aktuell. {stale}.</translation></message>
<message><source>v{version} of their copy does not play here</source>
<translation>v{version} der anderen Kopie spielt hier nicht</translation></message>
<message><source>v{version} of their copy is not in this one</source>
<translation>v{version} der anderen Kopie ist nicht in dieser</translation></message>
<message><source>v{version} · frame {number}</source>
<translation>v{version} · Frame {number}</translation></message>
<message><source>waiting</source>
<translation>wartet</translation></message>
<message><source>waiting for {a}</source>
<translation>wartet auf {a}</translation></message>
<message><source>waits for your decision</source>
<translation>wartet auf Ihre Entscheidung</translation></message>
<message><source>warmer</source>
<translation>wärmer</translation></message>
<message><source>warns from</source>
<translation>warnt ab</translation></message>
<message><source>what it loads cannot be uploaded by name</source>
<translation>was es lädt, kann nicht nach Namen hochgeladen werden</translation></message>
<message><source>what was still being read or stored then was left; what is stored is whole</source>
<translation>was dabei noch gelesen oder gespeichert werden sollte, blieb liegen; was gespeichert ist, ist vollständig</translation></message>
<message><source>whole number</source>
<translation>ganze Zahl</translation></message>
<message><source>whole segments</source>
<translation>ganze Segmente</translation></message>
<message><source>wipe</source>
<translation>Wischblende</translation></message>
<message><source>yellower</source>
<translation>gelber</translation></message>
<message><source>{again}; to keep it, use it first</source>
<translation>{again}; um es zu behalten, es zuerst verwenden</translation></message>
<message><source>{ahead} before it</source>
<translation>{ahead} davor</translation></message>
<message><source>{ahead} before it on {server_name}</source>
<translation>{ahead} davor auf {server_name}</translation></message>
<message><source>{approve} and {regenerate} act on all of them, the buttons here on this one.</source>
<translation>{approve} und {regenerate} wirken auf alle, die Knöpfe hier nur auf dieses.</translation></message>
<message><source>{a} (node {node_id})</source>
<translation>{a} (Knoten {node_id})</translation></message>
<message><source>{a} ({b} on {c}, process {d})</source>
<translation>{a} ({b} auf {c}, Prozess {d})</translation></message>
<message><source>{a} adds no noise of its own</source>
<translation>{a} fügt kein eigenes Rauschen hinzu</translation></message>
<message><source>{a} before the last one of {name}</source>
<translation>{a} vor dem letzten von {name}</translation></message>
<message><source>{a} fps, not {b}</source>
<translation>{a} fps, nicht {b}</translation></message>
<message><source>{a} from here on</source>
<translation>{a} von hier an</translation></message>
<message><source>{a} gives {b}; it needs {c}.</source>
<translation>{a} gibt {b}; nötig ist {c}.</translation></message>
<message><source>{a} h {b} min</source>
<translation>{a} h {b} min</translation></message>
<message><source>{a} hands its result on</source>
<translation>{a} gibt sein Ergebnis weiter</translation></message>
<message><source>{a} has it.</source>
<translation>{a} hat es.</translation></message>
<message><source>{a} has no Set node</source>
<translation>{a} hat keinen Set-Knoten</translation></message>
<message><source>{a} is being rendered</source>
<translation>{a} wird gerendert</translation></message>
<message><source>{a} is no cut point</source>
<translation>{a} ist keine Schnittstelle</translation></message>
<message><source>{a} is no timecode</source>
<translation>{a} ist kein Timecode</translation></message>
<message><source>{a} leads elsewhere, or is no name that every system has</source>
<translation>{a} führt anderswohin oder ist kein Name, den jedes System hat</translation></message>
<message><source>{a} of {b} servers</source>
<translation>{a} von {b} Servern</translation></message>
<message><source>{a} saves single pictures</source>
<translation>{a} sichert einzelne Bilder</translation></message>
<message><source>{a} scales the first picture to it</source>
<translation>{a} skaliert das erste Bild darauf</translation></message>
<message><source>{a} seeds for {takes} takes</source>
<translation>{a} Seeds für {takes} Takes</translation></message>
<message><source>{a} takes a start image, but none is connected</source>
<translation>{a} nimmt ein Startbild, aber keines ist verbunden</translation></message>
<message><source>{a} takes an end frame, but no Load Image node is connected there</source>
<translation>{a} nimmt einen Endframe, aber kein Knoten Load Image ist dort verbunden</translation></message>
<message><source>{a} takes of one request, best first</source>
<translation>{a} Takes einer Anforderung, der beste zuerst</translation></message>
<message><source>{a} to {stop}; it has {total}</source>
<translation>{a} bis {stop}; sie hat {total}</translation></message>
<message><source>{a} was left as it is; the clips beside it are not affected</source>
<translation>{a} blieb, wie sie war; die Clips daneben sind nicht betroffen</translation></message>
<message><source>{a} was left out: nothing is connected to it</source>
<translation>{a} wurde weggelassen: nichts ist damit verbunden</translation></message>
<message><source>{a} {b} accepted or a cut; what is new there has to be decided again.</source>
<translation>{a} {b} angenommen oder ein Schnitt; was dort neu ist, muss neu entschieden werden.</translation></message>
<message><source>{a} {b} made from a chosen picture now, and will be made from the last frame before.</source>
<translation>{a} {b} jetzt aus einem gewählten Bild gemacht und wird aus dem letzten Frame davor gemacht.</translation></message>
<message><source>{a} {b} smoothed; what is new there has to be smoothed again.</source>
<translation>{a} {b} geglättet; was dort neu ist, muss neu geglättet werden.</translation></message>
<message><source>{a} {have} approval; it stays with the version that plays now.</source>
<translation>{a} {have} Freigabe; sie bleibt bei der Version, die jetzt spielt.</translation></message>
<message><source>{a}, and the next segment's first frame</source>
<translation>{a} und der erste Frame des nächsten Segments</translation></message>
<message><source>{a}. It stays a candidate</source>
<translation>{a}. Es bleibt ein Kandidat</translation></message>
<message><source>{a}. The old version stays in the scene.</source>
<translation>{a}. Die alte Version bleibt in der Szene.</translation></message>
<message><source>{a}×{b} at {c}</source>
<translation>{a}×{b} bei {c}</translation></message>
<message><source>{boundaries} checked, {found}</source>
<translation>{boundaries} geprüft, {found}</translation></message>
<message><source>{calls} so far; {fewest_wrong} that speak for the same change are needed</source>
<translation>{calls} bisher; nötig sind {fewest_wrong}, die für dieselbe Änderung sprechen</translation></message>
<message><source>{changed} No frame can be read.</source>
<translation>{changed} Kein Frame ist lesbar.</translation></message>
<message><source>{class_name}{called} is a group node of the old kind: make it a subgraph</source>
<translation>{class_name}{called} ist ein Gruppenknoten der alten Art: einen Subgraph daraus machen</translation></message>
<message><source>{count} are the same.</source>
<translation>{count} sind gleich.</translation></message>
<message><source>{count} borderline</source>
<translation>{count} grenzwertig</translation></message>
<message><source>{count} boundaries</source>
<translation>{count} Übergänge</translation></message>
<message><source>{count} boundaries not checked</source>
<translation>{count} Übergänge nicht geprüft</translation></message>
<message><source>{count} boundary</source>
<translation>{count} Übergang</translation></message>
<message><source>{count} boundary not checked</source>
<translation>{count} Übergang nicht geprüft</translation></message>
<message><source>{count} changed</source>
<translation>{count} geändert</translation></message>
<message><source>{count} changed from {before_name}</source>
<translation>{count} geändert gegenüber {before_name}</translation></message>
<message><source>{count} checked, {jumps}</source>
<translation>{count} geprüft, {jumps}</translation></message>
<message><source>{count} checks passed, show less</source>
<translation>{count} Prüfungen bestanden, weniger zeigen</translation></message>
<message><source>{count} clip</source>
<translation>{count} Clip</translation></message>
<message><source>{count} clips</source>
<translation>{count} Clips</translation></message>
<message><source>{count} decision is new here.</source>
<translation>{count} Entscheidung ist hier neu.</translation></message>
<message><source>{count} decision taken over</source>
<translation>{count} Entscheidung übernommen</translation></message>
<message><source>{count} decisions are new here.</source>
<translation>{count} Entscheidungen sind hier neu.</translation></message>
<message><source>{count} decisions taken over</source>
<translation>{count} Entscheidungen übernommen</translation></message>
<message><source>{count} failed job</source>
<translation>{count} gescheiterter Auftrag</translation></message>
<message><source>{count} failed jobs</source>
<translation>{count} gescheiterte Aufträge</translation></message>
<message><source>{count} false alarm fewer</source>
<translation>{count} Fehlalarm weniger</translation></message>
<message><source>{count} false alarms fewer</source>
<translation>{count} Fehlalarme weniger</translation></message>
<message><source>{count} field</source>
<translation>{count} Feld</translation></message>
<message><source>{count} fields</source>
<translation>{count} Felder</translation></message>
<message><source>{count} file</source>
<translation>{count} Datei</translation></message>
<message><source>{count} files</source>
<translation>{count} Dateien</translation></message>
<message><source>{count} frame</source>
<translation>{count} Frame</translation></message>
<message><source>{count} frame changed.</source>
<translation>{count} Frame geändert.</translation></message>
<message><source>{count} frame each</source>
<translation>je {count} Frame</translation></message>
<message><source>{count} frame left out.</source>
<translation>{count} Frame weggelassen.</translation></message>
<message><source>{count} frames</source>
<translation>{count} Frames</translation></message>
<message><source>{count} frames changed.</source>
<translation>{count} Frames geändert.</translation></message>
<message><source>{count} frames each</source>
<translation>je {count} Frames</translation></message>
<message><source>{count} frames left out.</source>
<translation>{count} Frames weggelassen.</translation></message>
<message><source>{count} input chosen</source>
<translation>{count} Eingang gewählt</translation></message>
<message><source>{count} inputs chosen</source>
<translation>{count} Eingänge gewählt</translation></message>
<message><source>{count} inputs: {names}</source>
<translation>{count} Eingänge: {names}</translation></message>
<message><source>{count} is the same.</source>
<translation>{count} ist gleich.</translation></message>
<message><source>{count} job</source>
<translation>{count} Auftrag</translation></message>
<message><source>{count} job is not finished. It goes on at the server, and is picked up when this project is opened again.</source>
<translation>{count} Auftrag ist nicht fertig. Er läuft auf dem Server weiter und wird übernommen, wenn dieses Projekt wieder geöffnet wird.</translation></message>
<message><source>{count} jobs</source>
<translation>{count} Aufträge</translation></message>
<message><source>{count} jobs are not finished. They go on at the server, and are picked up when this project is opened again.</source>
<translation>{count} Aufträge sind nicht fertig. Sie laufen auf dem Server weiter und werden übernommen, wenn dieses Projekt wieder geöffnet wird.</translation></message>
<message><source>{count} lines</source>
<translation>{count} Zeilen</translation></message>
<message><source>{count} missed jump found</source>
<translation>{count} übersehener Sprung gefunden</translation></message>
<message><source>{count} missed jumps found</source>
<translation>{count} übersehene Sprünge gefunden</translation></message>
<message><source>{count} more</source>
<translation>{count} weitere</translation></message>
<message><source>{count} more checks</source>
<translation>{count} weitere Prüfungen</translation></message>
<message><source>{count} more; Copy list has them all.</source>
<translation>{count} weitere; „Liste kopieren“ hat sie alle.</translation></message>
<message><source>{count} needed nothing</source>
<translation>{count} brauchten nichts</translation></message>
<message><source>{count} node</source>
<translation>{count} Node</translation></message>
<message><source>{count} nodes</source>
<translation>{count} Nodes</translation></message>
<message><source>{count} of {frames} frames, SSIM {likeness}</source>
<translation>{count} von {frames} Frames, SSIM {likeness}</translation></message>
<message><source>{count} of {total}</source>
<translation>{count} von {total}</translation></message>
<message><source>{count} of {total} frames</source>
<translation>{count} von {total} Frames</translation></message>
<message><source>{count} open visible jump</source>
<translation>{count} offener sichtbarer Sprung</translation></message>
<message><source>{count} open visible jumps</source>
<translation>{count} offene sichtbare Sprünge</translation></message>
<message><source>{count} problem</source>
<translation>{count} Problem</translation></message>
<message><source>{count} problems</source>
<translation>{count} Probleme</translation></message>
<message><source>{count} prompt</source>
<translation>{count} Prompt</translation></message>
<message><source>{count} prompt given; where none is, the one before stays.</source>
<translation>{count} Prompt angegeben; wo keiner steht, bleibt der davor.</translation></message>
<message><source>{count} prompts</source>
<translation>{count} Prompts</translation></message>
<message><source>{count} prompts given; where none is, the one before stays.</source>
<translation>{count} Prompts angegeben; wo keiner steht, bleibt der davor.</translation></message>
<message><source>{count} render done</source>
<translation>{count} Rendering fertig</translation></message>
<message><source>{count} render done, {failed} failed</source>
<translation>{count} Rendering fertig, {failed} gescheitert</translation></message>
<message><source>{count} render failed</source>
<translation>{count} Rendering gescheitert</translation></message>
<message><source>{count} renders done</source>
<translation>{count} Renderings fertig</translation></message>
<message><source>{count} renders done, {failed} failed</source>
<translation>{count} Renderings fertig, {failed} gescheitert</translation></message>
<message><source>{count} renders failed</source>
<translation>{count} Renderings gescheitert</translation></message>
<message><source>{count} right verdict lost</source>
<translation>{count} richtiges Urteil verloren</translation></message>
<message><source>{count} right verdicts lost</source>
<translation>{count} richtige Urteile verloren</translation></message>
<message><source>{count} seed</source>
<translation>{count} Seed</translation></message>
<message><source>{count} seeds</source>
<translation>{count} Seeds</translation></message>
<message><source>{count} segment</source>
<translation>{count} Segment</translation></message>
<message><source>{count} segment stale</source>
<translation>{count} Segment veraltet</translation></message>
<message><source>{count} segment, none stale</source>
<translation>{count} Segment, keines veraltet</translation></message>
<message><source>{count} segments</source>
<translation>{count} Segmente</translation></message>
<message><source>{count} segments are selected.</source>
<translation>{count} Segmente sind ausgewählt.</translation></message>
<message><source>{count} segments selected</source>
<translation>{count} Segmente ausgewählt</translation></message>
<message><source>{count} segments stale</source>
<translation>{count} Segmente veraltet</translation></message>
<message><source>{count} segments, none stale</source>
<translation>{count} Segmente, keines veraltet</translation></message>
<message><source>{count} smooth</source>
<translation>{count} glatt</translation></message>
<message><source>{count} visible jump</source>
<translation>{count} sichtbarer Sprung</translation></message>
<message><source>{count} visible jumps</source>
<translation>{count} sichtbare Sprünge</translation></message>
<message><source>{count} without a workflow: the one below is used</source>
<translation>{count} ohne Workflow: der untenstehende wird verwendet</translation></message>
<message><source>{count} without a workflow: they cannot be regenerated</source>
<translation>{count} ohne Workflow: neu generieren ist dort nicht möglich</translation></message>
<message><source>{db_path} can only be read after it was brought up to date</source>
<translation>{db_path} ist erst lesbar, wenn sie auf den neuen Stand gebracht ist</translation></message>
<message><source>{db_path} does not exist</source>
<translation>{db_path} gibt es nicht</translation></message>
<message><source>{db_path} was left as it is</source>
<translation>{db_path} blieb, wie sie war</translation></message>
<message><source>{decision} is no decision that is known here</source>
<translation>{decision} ist keine hier bekannte Entscheidung</translation></message>
<message><source>{detail}; there is a backup of {made_at} UTC, and no clip is lost</source>
<translation>{detail}; es gibt eine Sicherung von {made_at} UTC, und kein Clip ist verloren</translation></message>
<message><source>{difference} below the natural range</source>
<translation>{difference} unter dem natürlichen Bereich</translation></message>
<message><source>{doing} did not work</source>
<translation>{doing} ist gescheitert</translation></message>
<message><source>{done} of {total} fixes tried</source>
<translation>{done} von {total} Korrekturen probiert</translation></message>
<message><source>{duration} of rendering.</source>
<translation>{duration} Rendern.</translation></message>
<message><source>{encoded_frames} of {frames} frames are encoded again</source>
<translation>{encoded_frames} von {frames} Frames werden neu codiert</translation></message>
<message><source>{feeds}, for a look</source>
<translation>{feeds}, zur Ansicht</translation></message>
<message><source>{file} and {count} more</source>
<translation>{file} und {count} weitere</translation></message>
<message><source>{file} is not overwritten</source>
<translation>{file} wird nicht überschrieben</translation></message>
<message><source>{file}. The clips beside it are as they were.</source>
<translation>{file}. Die Clips daneben sind, wie sie waren.</translation></message>
<message><source>{file}: {unusable}; nothing was kept</source>
<translation>{file}: {unusable}; nichts wurde behalten</translation></message>
<message><source>{first} For the other {gone} the model makes {rendered}, so segment {segment} gets {whole} frames, {change} than now</source>
<translation>{first} Für die anderen {gone} macht das Modell {rendered}, also bekommt Segment {segment} {whole} Frames, {change} als jetzt</translation></message>
<message><source>{first} The model makes the other {gone} anew</source>
<translation>{first} Das Modell macht die anderen {gone} neu</translation></message>
<message><source>{first} This workflow takes no length: it makes as many frames as it is set to</source>
<translation>{first} Dieser Workflow nimmt keine Länge: er macht so viele Frames, wie eingestellt</translation></message>
<message><source>{folder} holds no {database}</source>
<translation>{folder} enthält keine {database}</translation></message>
<message><source>{folder} is open for reading only; nothing was changed</source>
<translation>{folder} ist nur zum Lesen geöffnet; nichts wurde geändert</translation></message>
<message><source>{folder}; nothing was written</source>
<translation>{folder}; nichts wurde geschrieben</translation></message>
<message><source>{found} frames, not {wanted}</source>
<translation>{found} Frames, nicht {wanted}</translation></message>
<message><source>{frames} frames a side</source>
<translation>{frames} Frames je Seite</translation></message>
<message><source>{frames} left out</source>
<translation>{frames} weggelassen</translation></message>
<message><source>{frames}, not {frame_count}</source>
<translation>{frames}, nicht {frame_count}</translation></message>
<message><source>{frame}. What comes after it there will not play.</source>
<translation>{frame}. Was danach kommt, wird nicht abgespielt.</translation></message>
<message><source>{head}
{told}
Last warnings and errors:
{troubles}
</source>
<translation>{head}
{told}
Letzte Warnungen und Fehler:
{troubles}
</translation></message>
<message><source>{holder} has it. Decide there, or close it there first.</source>
<translation>{holder} hat es. Dort entscheiden oder es dort erst schließen.</translation></message>
<message><source>{holder} has it. You can look and compare here, not decide.</source>
<translation>{holder} hat es. Hier lässt sich ansehen und vergleichen, nicht entscheiden.</translation></message>
<message><source>{holder} has them. New jobs wait for it, or for its end.</source>
<translation>{holder} hat sie. Neue Aufträge warten darauf oder auf dessen Ende.</translation></message>
<message><source>{holder} has this project: change it there.</source>
<translation>{holder} hat dieses Projekt: dort ändern.</translation></message>
<message><source>{input_name} of {a}, which has to agree</source>
<translation>{input_name} von {a}, das übereinstimmen muss</translation></message>
<message><source>{input} of {node}</source>
<translation>{input} von {node}</translation></message>
<message><source>{key} acts on all of them, the buttons here on this one.</source>
<translation>{key} wirkt auf alle, die Knöpfe hier nur auf dieses.</translation></message>
<message><source>{key} is connected to another node</source>
<translation>{key} ist mit einem anderen Knoten verbunden</translation></message>
<message><source>{key} is no limit of plain SSIM</source>
<translation>{key} ist kein Grenzwert der einfachen SSIM</translation></message>
<message><source>{key} is used by {action}. Take it over?</source>
<translation>{key} gehört zu „{action}“. Übernehmen?</translation></message>
<message><source>{key} must be a number</source>
<translation>{key} muss eine Zahl sein</translation></message>
<message><source>{key} must be a number from {least} to {most}</source>
<translation>{key} muss eine Zahl von {least} bis {most} sein</translation></message>
<message><source>{key} must be a whole number from {low} to {high}</source>
<translation>{key} muss eine ganze Zahl von {low} bis {high} sein</translation></message>
<message><source>{key} must be text</source>
<translation>{key} muss Text sein</translation></message>
<message><source>{key} must be true or false</source>
<translation>{key} muss true oder false sein</translation></message>
<message><source>{kind}, node {node}</source>
<translation>{kind}, Node {node}</translation></message>
<message><source>{kind}: a visible jump cannot begin below borderline. It is not kept.</source>
<translation>{kind}: ein sichtbarer Sprung kann nicht unter grenzwertig beginnen. Es wird nicht übernommen.</translation></message>
<message><source>{kind}: {error}. The log has the details.</source>
<translation>{kind}: {error}. Einzelheiten stehen im Protokoll.</translation></message>
<message><source>{known} of {segment_count} measured</source>
<translation>{known} von {segment_count} gemessen</translation></message>
<message><source>{left} before the boundary</source>
<translation>{left} vor dem Übergang</translation></message>
<message><source>{left} before the boundary, {right} after it</source>
<translation>{left} vor dem Übergang, {right} danach</translation></message>
<message><source>{lowered}: sharpness {percent}</source>
<translation>{lowered}: Schärfe {percent}</translation></message>
<message><source>{made} cannot be used</source>
<translation>{made} ist nicht verwendbar</translation></message>
<message><source>{mebibytes} MiB in use now</source>
<translation>{mebibytes} MiB belegt</translation></message>
<message><source>{names} are stale</source>
<translation>{names} sind veraltet</translation></message>
<message><source>{names} came from its last frame. That picture stays, the clip would be gone</source>
<translation>{names} entstanden aus dem letzten Frame. Dieses Bild bleibt, der Clip wäre fort</translation></message>
<message><source>{names} is stale</source>
<translation>{names} ist veraltet</translation></message>
<message><source>{names}: {freed} freed.</source>
<translation>{names}: {freed} freigegeben.</translation></message>
<message><source>{names}: {freed} would be freed, for good. What is known of them stays.</source>
<translation>{names}: {freed} würden für immer freigegeben. Was darüber bekannt ist, bleibt.</translation></message>
<message><source>{name} can't be played</source>
<translation>{name} kann nicht abgespielt werden</translation></message>
<message><source>{name} can't be played here: its file is damaged</source>
<translation>{name} kann hier nicht abgespielt werden: die Datei ist beschädigt</translation></message>
<message><source>{name} can't be played past frame {readable_frames}</source>
<translation>{name} kann nur bis Frame {readable_frames} abgespielt werden</translation></message>
<message><source>{name} cancelling</source>
<translation>{name} wird abgebrochen</translation></message>
<message><source>{name} cannot be opened</source>
<translation>{name} lässt sich nicht öffnen</translation></message>
<message><source>{name} cannot be played past frame {lost_from}</source>
<translation>{name} ist ab Frame {lost_from} nicht abspielbar</translation></message>
<message><source>{name} cannot be read</source>
<translation>{name} ist nicht lesbar</translation></message>
<message><source>{name} cannot be read as a clip: {reason}</source>
<translation>{name} ist nicht als Clip lesbar: {reason}</translation></message>
<message><source>{name} cannot be read as a picture</source>
<translation>{name} ist nicht als Bild lesbar</translation></message>
<message><source>{name} cannot be read as a timeline</source>
<translation>{name} lässt sich nicht als Timeline lesen</translation></message>
<message><source>{name} cannot be used as a seed frame: {reason}</source>
<translation>{name} ist nicht als Startframe verwendbar: {reason}</translation></message>
<message><source>{name} cannot be used, {failure}</source>
<translation>{name} ist nicht verwendbar, {failure}</translation></message>
<message><source>{name} cannot be used: {failure}</source>
<translation>{name} kann nicht verwendet werden: {failure}</translation></message>
<message><source>{name} did not come out right: {a}</source>
<translation>{name} ist nicht richtig geworden: {a}</translation></message>
<message><source>{name} differs</source>
<translation>{name} weicht ab</translation></message>
<message><source>{name} differs in size or rate</source>
<translation>{name} weicht in Größe oder Bildrate ab</translation></message>
<message><source>{name} does not fit the clip</source>
<translation>{name} passt nicht zum Clip</translation></message>
<message><source>{name} failed</source>
<translation>{name} fehlgeschlagen</translation></message>
<message><source>{name} failed · v{number} shown</source>
<translation>{name} fehlgeschlagen · v{number} gezeigt</translation></message>
<message><source>{name} has a variable rate; its frames are shown at {a} a second.</source>
<translation>{name} hat eine wechselnde Rate; seine Frames werden mit {a} pro Sekunde gezeigt.</translation></message>
<message><source>{name} has another number of segments by now</source>
<translation>{name} hat inzwischen eine andere Zahl von Segmenten</translation></message>
<message><source>{name} has another size than the ones before</source>
<translation>{name} ist anders groß als die davor</translation></message>
<message><source>{name} has more than 8 bits a colour</source>
<translation>{name} hat mehr als 8 Bit je Farbe</translation></message>
<message><source>{name} has no frames</source>
<translation>{name} hat keine Frames</translation></message>
<message><source>{name} has no frames {a} to {stop}</source>
<translation>{name} hat keine Frames {a} bis {stop}</translation></message>
<message><source>{name} has no start image</source>
<translation>{name} hat kein Startbild</translation></message>
<message><source>{name} has no workflow</source>
<translation>{name} hat keinen Workflow</translation></message>
<message><source>{name} has {a} frames, not {stop}</source>
<translation>{name} hat {a} Frames, nicht {stop}</translation></message>
<message><source>{name} has {a} segments</source>
<translation>{name} hat {a} Segmente</translation></message>
<message><source>{name} has {count} segments</source>
<translation>{name} hat {count} Segmente</translation></message>
<message><source>{name} has {frame_count} frames, the scene {frames}</source>
<translation>{name} hat {frame_count} Frames, die Szene {frames}</translation></message>
<message><source>{name} has {nodes}, the most is {most_nodes}</source>
<translation>{name} hat {nodes}, das Höchste ist {most_nodes}</translation></message>
<message><source>{name} has {segment_count} segments</source>
<translation>{name} hat {segment_count} Segmente</translation></message>
<message><source>{name} is a candidate</source>
<translation>{name} ist ein Kandidat</translation></message>
<message><source>{name} is being rendered</source>
<translation>{name} wird gerendert</translation></message>
<message><source>{name} is damaged</source>
<translation>{name} ist beschädigt</translation></message>
<message><source>{name} is in the editor's format, and no server has said yet what its nodes take</source>
<translation>{name} ist im Format des Editors, und noch kein Server hat gesagt, was seine Knoten nehmen</translation></message>
<message><source>{name} is no picture</source>
<translation>{name} ist kein Bild</translation></message>
<message><source>{name} is not in this server's input folder.</source>
<translation>{name} ist nicht im Eingangsordner dieses Servers.</translation></message>
<message><source>{name} is not noted</source>
<translation>{name} ist nicht vermerkt</translation></message>
<message><source>{name} is not the file of a server</source>
<translation>{name} ist nicht die Datei eines Servers</translation></message>
<message><source>{name} is not the missing clip</source>
<translation>{name} ist nicht der fehlende Clip</translation></message>
<message><source>{name} is noted as {value}</source>
<translation>{name} ist vermerkt als {value}</translation></message>
<message><source>{name} is one of several takes that are still being made</source>
<translation>{name} ist einer von mehreren Takes, die noch entstehen</translation></message>
<message><source>{name} is ready</source>
<translation>{name} ist bereit</translation></message>
<message><source>{name} is ready.</source>
<translation>{name} ist fertig.</translation></message>
<message><source>{name} is still in use</source>
<translation>{name} wird noch gebraucht</translation></message>
<message><source>{name} is written</source>
<translation>{name} ist geschrieben</translation></message>
<message><source>{name} is {width}×{height}, the scene {width_2}×{height_2}</source>
<translation>{name} ist {width}×{height}, die Szene {width_2}×{height_2}</translation></message>
<message><source>{name} lies outside the project and was changed there</source>
<translation>{name} liegt außerhalb des Projekts und wurde dort geändert</translation></message>
<message><source>{name} of {a}: one frame each</source>
<translation>{name} von {a}: je ein Frame</translation></message>
<message><source>{name} plays, and its file is needed</source>
<translation>{name} spielt, und die Datei wird gebraucht</translation></message>
<message><source>{name} queued</source>
<translation>{name} wartet auf Start</translation></message>
<message><source>{name} ready</source>
<translation>{name} bereit</translation></message>
<message><source>{name} waiting</source>
<translation>{name} wartet</translation></message>
<message><source>{name} waits for a decision</source>
<translation>{name} wartet auf eine Entscheidung</translation></message>
<message><source>{name} was made at {a} frames a second, not {b}.</source>
<translation>{name} entstand mit {a} Frames pro Sekunde, nicht {b}.</translation></message>
<message><source>{name} was made from one that is no longer there</source>
<translation>{name} entstand aus einer, die nicht mehr da ist</translation></message>
<message><source>{name} was made of these clips before: nothing was added</source>
<translation>{name} wurde schon aus diesen Clips gemacht: nichts wurde hinzugefügt</translation></message>
<message><source>{name} was not kept</source>
<translation>{name} wurde nicht behalten</translation></message>
<message><source>{name} will be replaced.</source>
<translation>{name} wird ersetzt.</translation></message>
<message><source>{name} · of {version}</source>
<translation>{name} · von {version}</translation></message>
<message><source>{name} · reading…</source>
<translation>{name} · wird gelesen…</translation></message>
<message><source>{name} · waits for a server</source>
<translation>{name} · wartet auf einen Server</translation></message>
<message><source>{name} · {free} of {total} GB free</source>
<translation>{name} · {free} von {total} GB frei</translation></message>
<message><source>{name} – Restitch</source>
<translation>{name} – Restitch</translation></message>
<message><source>{name}({a} keys)</source>
<translation>{name}({a} Schlüssel)</translation></message>
<message><source>{name}, boundary {boundary}, v{number} to v{number_2}</source>
<translation>{name}, Übergang {boundary}, v{number} zu v{number_2}</translation></message>
<message><source>{name}, frames {a}–{stop}</source>
<translation>{name}, Frames {a}–{stop}</translation></message>
<message><source>{name}, segment {a}, v{number}</source>
<translation>{name}, Segment {a}, v{number}</translation></message>
<message><source>{name}, {a} MiB</source>
<translation>{name}, {a} MiB</translation></message>
<message><source>{name}, {a} MiB{b}</source>
<translation>{name}, {a} MiB{b}</translation></message>
<message><source>{name}: at {a}, through nodes that only hand on</source>
<translation>{name}: bei {a}, durch Knoten, die nur weitergeben</translation></message>
<message><source>{name}: fails its quality checks</source>
<translation>{name}: besteht seine Qualitätsprüfungen nicht</translation></message>
<message><source>{name}: its clip is {fault}</source>
<translation>{name}: der Clip ist {fault}</translation></message>
<message><source>{name}: its workflow cannot be used as it is: {problem}</source>
<translation>{name}: sein Workflow ist so nicht verwendbar: {problem}</translation></message>
<message><source>{name}: more than {max_levels} within each other</source>
<translation>{name}: mehr als {max_levels} ineinander</translation></message>
<message><source>{name}: more than {max_nodes} nodes</source>
<translation>{name}: mehr als {max_nodes} Knoten</translation></message>
<message><source>{name}: needs work{why}</source>
<translation>{name}: Nacharbeit nötig{why}</translation></message>
<message><source>{name}: no active nodes</source>
<translation>{name}: keine aktiven Knoten</translation></message>
<message><source>{name}: node {node_id} has no inputs</source>
<translation>{name}: Knoten {node_id} hat keine Eingänge</translation></message>
<message><source>{name}: stale, its seed frame changed</source>
<translation>{name}: veraltet, der Startframe hat sich geändert</translation></message>
<message><source>{name}: v{number} approved</source>
<translation>{name}: v{number} freigegeben</translation></message>
<message><source>{name}: {count} frame written</source>
<translation>{name}: {count} Frame geschrieben</translation></message>
<message><source>{name}: {count} frames written</source>
<translation>{name}: {count} Frames geschrieben</translation></message>
<message><source>{name}: {error}. The old version is still in the scene</source>
<translation>{name}: {error}. Die alte Version ist noch in der Szene</translation></message>
<message><source>{name}: {error}. What was made is kept</source>
<translation>{name}: {error}. Was gemacht wurde, bleibt</translation></message>
<message><source>{name}: {node_id} is not a node</source>
<translation>{name}: {node_id} ist kein Knoten</translation></message>
<message><source>{new} new frames between two of the film's own</source>
<translation>{new} neue Frames zwischen zweien des Films</translation></message>
<message><source>{number} is above {most}, the most it takes.</source>
<translation>{number} liegt über {most}, dem größten Wert.</translation></message>
<message><source>{number} is below {least}, the least it takes.</source>
<translation>{number} liegt unter {least}, dem kleinsten Wert.</translation></message>
<message><source>{number} of {total}</source>
<translation>{number} von {total}</translation></message>
<message><source>{only} cannot run this</source>
<translation>{only} kann das nicht ausführen</translation></message>
<message><source>{out} is segment {a}; it was left as it is</source>
<translation>{out} ist Segment {a}; es blieb, wie es war</translation></message>
<message><source>{path} does not answer as ComfyUI does</source>
<translation>{path} antwortet nicht wie ComfyUI</translation></message>
<message><source>{path} is not a database; it was not changed</source>
<translation>{path} ist keine Datenbank; sie wurde nicht geändert</translation></message>
<message><source>{path} is read-only here; nothing was changed</source>
<translation>{path} ist hier nur lesbar; nichts wurde geändert</translation></message>
<message><source>{path}: nothing was changed</source>
<translation>{path}: nichts wurde geändert</translation></message>
<message><source>{path}: this change was not stored</source>
<translation>{path}: diese Änderung wurde nicht gespeichert</translation></message>
<message><source>{path}: this change was not stored, everything before it was</source>
<translation>{path}: diese Änderung wurde nicht gespeichert, alles davor schon</translation></message>
<message><source>{path}: {colours} colours</source>
<translation>{path}: {colours} Farben</translation></message>
<message><source>{path}: {orig}; the clips beside it are not affected</source>
<translation>{path}: {orig}; die Clips daneben sind nicht betroffen</translation></message>
<message><source>{path}: {strerror}; it was left as it is</source>
<translation>{path}: {strerror}; sie blieb, wie sie war</translation></message>
<message><source>{places} and {more} more</source>
<translation>{places} und {more} weitere</translation></message>
<message><source>{place} cannot be the {key}</source>
<translation>{place} kann nicht {key} sein</translation></message>
<message><source>{place} · {frame} of {count}</source>
<translation>{place} · {frame} von {count}</translation></message>
<message><source>{program} does not run here. Change the command in the settings.</source>
<translation>{program} läuft hier nicht. Den Befehl in den Einstellungen ändern.</translation></message>
<message><source>{program} made a mistake.
{when}
{system}, Python {python}

Nothing of this was sent to anybody. Keys, passwords and the names of home folders were taken out;
please read it before you pass it on.
</source>
<translation>{program} hat einen Fehler gemacht.
{when}
{system}, Python {python}

Nichts davon wurde gesendet. Schlüssel, Passwörter und Namen von Benutzerordnern sind entfernt;
bitte vor dem Weitergeben lesen.
</translation></message>
<message><source>{prompts}, no estimate yet</source>
<translation>{prompts}, noch keine Schätzung</translation></message>
<message><source>{reason}, built into the prompt</source>
<translation>{reason}, in den Prompt eingebaut</translation></message>
<message><source>{reason}, in place of what is worked out</source>
<translation>{reason}, anstelle des Berechneten</translation></message>
<message><source>{ref}: it answered {status_code}</source>
<translation>{ref}: er antwortete {status_code}</translation></message>
<message><source>{ref}: over {a} MiB</source>
<translation>{ref}: über {a} MiB</translation></message>
<message><source>{ref}: the file was deleted or moved there</source>
<translation>{ref}: die Datei wurde dort gelöscht oder verschoben</translation></message>
<message><source>{ref}: {size} of {a} bytes</source>
<translation>{ref}: {size} von {a} Bytes</translation></message>
<message><source>{right} after it</source>
<translation>{right} danach</translation></message>
<message><source>{run_name} cannot be continued</source>
<translation>{run_name} kann nicht fortgesetzt werden</translation></message>
<message><source>{run_name} has moved on meanwhile</source>
<translation>{run_name} ist inzwischen weiter</translation></message>
<message><source>{running} running, {queued} queued</source>
<translation>{running} laufen, {queued} in der Warteschlange</translation></message>
<message><source>{run} begins.</source>
<translation>{run} beginnt.</translation></message>
<message><source>{run} waits: {reason}.</source>
<translation>{run} wartet: {reason}.</translation></message>
<message><source>{scheme}://{a}; nothing was kept</source>
<translation>{scheme}://{a}; nichts wurde behalten</translation></message>
<message><source>{seed_story}. Approve it to accept that.</source>
<translation>{seed_story}. Freigeben heißt, es so anzunehmen.</translation></message>
<message><source>{segment_list} are approved.</source>
<translation>{segment_list}: freigegeben.</translation></message>
<message><source>{segment_list} will be regenerated: {a}.</source>
<translation>{segment_list} wird neu generiert: {a}.</translation></message>
<message><source>{segments} are not stale any more.</source>
<translation>{segments} sind nicht mehr veraltet.</translation></message>
<message><source>{segments} are stale: {reason}.</source>
<translation>{segments} sind veraltet: {reason}.</translation></message>
<message><source>{segments} cannot be played: the clip is {fault}.</source>
<translation>{segments} nicht abspielbar: der Clip ist {fault}.</translation></message>
<message><source>{segments} cannot be played: the clips are {fault}.</source>
<translation>{segments} nicht abspielbar: die Clips sind {fault}.</translation></message>
<message><source>{segments} is not stale any more.</source>
<translation>{segments} ist nicht mehr veraltet.</translation></message>
<message><source>{segments} may need re-checking.</source>
<translation>{segments}: vielleicht neu zu prüfen.</translation></message>
<message><source>{segments} segments cannot be generated</source>
<translation>{segments} Segmente können nicht generiert werden</translation></message>
<message><source>{segments} start from the frame that the segment before ends on now. Where that one changes first, their new version waits for your choice.</source>
<translation>{segments} beginnen mit dem Frame, mit dem das Segment davor jetzt endet. Wo sich dieses vorher ändert, wartet ihre neue Version auf Ihre Wahl.</translation></message>
<message><source>{segments} starts from the frame that the segment before ends on now. Where that one changes first, its new version waits for your choice.</source>
<translation>{segments} beginnt mit dem Frame, mit dem das Segment davor jetzt endet. Wo sich dieses vorher ändert, wartet die neue Version auf Ihre Wahl.</translation></message>
<message><source>{segment} is stale: {reason}.</source>
<translation>{segment} ist veraltet: {reason}.</translation></message>
<message><source>{server_name} cannot run this: {a}.</source>
<translation>{server_name} kann dies nicht ausführen: {a}.</translation></message>
<message><source>{server_name} cannot run this: {count}.</source>
<translation>{server_name} kann dies nicht ausführen: {count}.</translation></message>
<message><source>{server_name} is not answering: the job will wait until it is back.</source>
<translation>{server_name} antwortet nicht: der Auftrag wartet, bis er wieder da ist.</translation></message>
<message><source>{server} was not changed.</source>
<translation>{server} wurde nicht geändert.</translation></message>
<message><source>{share} sharp</source>
<translation>{share} scharf</translation></message>
<message><source>{shortest} to {longest} frames each</source>
<translation>je {shortest} bis {longest} Frames</translation></message>
<message><source>{shown} is no {wanted}.</source>
<translation>{shown} ist keine {wanted}.</translation></message>
<message><source>{size} bytes, not {file_bytes}</source>
<translation>{size} Bytes, nicht {file_bytes}</translation></message>
<message><source>{softer}: sharpness {percent}.</source>
<translation>{softer}: Schärfe {percent}.</translation></message>
<message><source>{table} row {row_id} refers to a missing row of {parent}</source>
<translation>{table} Zeile {row_id} verweist auf eine fehlende Zeile von {parent}</translation></message>
<message><source>{takes} takes cannot be made</source>
<translation>{takes} Takes sind nicht möglich</translation></message>
<message><source>{takes} takes, seed {one_seed}</source>
<translation>{takes} Takes, Seed {one_seed}</translation></message>
<message><source>{take} of {takes}</source>
<translation>{take} von {takes}</translation></message>
<message><source>{time} for {count} take</source>
<translation>{time} für {count} Take</translation></message>
<message><source>{time} for {count} takes</source>
<translation>{time} für {count} Takes</translation></message>
<message><source>{time} instead of {whole}</source>
<translation>{time} statt {whole}</translation></message>
<message><source>{time} left</source>
<translation>noch {time}</translation></message>
<message><source>{title} · comes with Restitch</source>
<translation>{title} · kommt mit Restitch</translation></message>
<message><source>{title} · {kind}, node {node}</source>
<translation>{title} · {kind}, Node {node}</translation></message>
<message><source>{told} GPU time: {about} {duration}.</source>
<translation>{told} GPU-Zeit: {about} {duration}.</translation></message>
<message><source>{told} How long that takes is not known yet.</source>
<translation>{told} Wie lange das dauert, ist noch nicht bekannt.</translation></message>
<message><source>{told} No later segments are affected.</source>
<translation>{told} Keine späteren Segmente sind betroffen.</translation></message>
<message><source>{told} Segment {last} may need re-checking.</source>
<translation>{told} Segment {last} ist vielleicht neu zu prüfen.</translation></message>
<message><source>{told} Segments {first}–{last} may need re-checking.</source>
<translation>{told} Segmente {first}–{last} sind vielleicht neu zu prüfen.</translation></message>
<message><source>{told} is copied</source>
<translation>{told} ist kopiert</translation></message>
<message><source>{told} is not installed on this server.</source>
<translation>{told} ist auf diesem Server nicht installiert.</translation></message>
<message><source>{told} is saved as {name}</source>
<translation>{told} ist gesichert als {name}</translation></message>
<message><source>{told} {carry} no workflow: choose one for the scene to render segments again</source>
<translation>{told}: {carry} ohne Workflow: für die Szene einen wählen, um Segmente neu zu rendern</translation></message>
<message><source>{told} · natural {natural}</source>
<translation>{told} · natürlich {natural}</translation></message>
<message><source>{told}, resampled: the server made {frames} frames where {length} were asked for.</source>
<translation>{told}, umgerechnet: der Server machte {frames} Frames statt {length}.</translation></message>
<message><source>{told}. Click to show these in the timeline; “Next shown” goes from one to the next</source>
<translation>{told}. Klicken zeigt diese in der Zeitleiste; „Nächster gezeigter“ geht von einem zum nächsten</translation></message>
<message><source>{told}. The timeline shows these; click to show everything again</source>
<translation>{told}. Die Zeitleiste zeigt diese; ein Klick zeigt wieder alles</translation></message>
<message><source>{unit} · default {usual}</source>
<translation>{unit} · Vorgabe {usual}</translation></message>
<message><source>{unit}, frames each side; leftmost: automatic</source>
<translation>{unit}, Frames je Seite; ganz links: automatisch</translation></message>
<message><source>{url} points to {where}; it was not followed, and no key was sent there</source>
<translation>{url} zeigt auf {where}; dem wurde nicht gefolgt, und kein Schlüssel wurde dorthin gesendet</translation></message>
<message><source>{url}, prompt {prompt_id}</source>
<translation>{url}, Prompt {prompt_id}</translation></message>
<message><source>{url}/prompt answered 500 to it {tries} times. Nothing was rendered, and the old version is still in the scene</source>
<translation>{url}/prompt antwortete darauf {tries}-mal mit 500. Nichts wurde gerendert, und die alte Version ist noch in der Szene</translation></message>
<message><source>{url}: this system has no keyring</source>
<translation>{url}: dieses System hat keinen Schlüsselbund</translation></message>
<message><source>{used} used, {saved} saved</source>
<translation>{used} verbraucht, {saved} gespart</translation></message>
<message><source>{value} at {first} → {number}</source>
<translation>{value} bei {first} → {number}</translation></message>
<message><source>{value}: yellow {yellow}, red {red}</source>
<translation>{value}: gelb {yellow}, rot {red}</translation></message>
<message><source>{value}: {limit}; below 1 it is taken more seriously, above 1 less</source>
<translation>{value}: {limit}; unter 1 zählt es mehr, über 1 weniger</translation></message>
<message><source>{version} became current</source>
<translation>{version} wurde aktuell</translation></message>
<message><source>{warn} and {fail}</source>
<translation>{warn} und {fail}</translation></message>
<message><source>{what} a side</source>
<translation>{what} je Seite</translation></message>
<message><source>{what} cancelled</source>
<translation>{what} abgebrochen</translation></message>
<message><source>{what} that no sampler made</source>
<translation>{what}, das kein Sampler gemacht hat</translation></message>
<message><source>{what}, again for faster</source>
<translation>{what}, noch einmal für schneller</translation></message>
<message><source>{what}, noticed {a}</source>
<translation>{what}, bemerkt {a}</translation></message>
<message><source>{what}. Enter opens it, N goes on</source>
<translation>{what}. Eingabe öffnet, N geht weiter</translation></message>
<message><source>{what}. Up and down look at each</source>
<translation>{what}. Pfeil auf und ab sehen jeden an</translation></message>
<message><source>{where} repeat the picture before.</source>
<translation>{where} wiederholen das Bild davor.</translation></message>
<message><source>{where} repeats the picture before.</source>
<translation>{where} wiederholt das Bild davor.</translation></message>
<message><source>{width}×{height} at {a} fps</source>
<translation>{width}×{height} bei {a} fps</translation></message>
<message><source>{width}×{height}, {a} fps</source>
<translation>{width}×{height}, {a} fps</translation></message>
<message><source>{words}: give a number from {least} to {most}.</source>
<translation>{words}: eine Zahl von {least} bis {most} angeben.</translation></message>
<message><source>{words}: it cannot fail before it warns.</source>
<translation>{words}: Fehler kann nicht vor Warnung kommen.</translation></message>
<message><source>{word} at {at}: {a}</source>
<translation>{word} bei {at}: {a}</translation></message>
<message><source>{word} from segment {a} on, {change}</source>
<translation>{word} ab Segment {a}, {change}</translation></message>
<message><source>{wrong_calls} wrong calls</source>
<translation>{wrong_calls} falsche Urteile</translation></message>
<message><source>{wrong} of {total} packets are not as they were written.</source>
<translation>{wrong} von {total} Paketen sind nicht, wie sie geschrieben wurden.</translation></message>
<message><source>× just visible</source>
<translation>× sichtbar</translation></message>
<message><source>× range</source>
<translation>× Bereich</translation></message>
<message><source>≈ 1 frame missing</source>
<translation>≈ 1 Frame fehlt</translation></message>
<message><source>≈ {a} min</source>
<translation>≈ {a} min</translation></message>
<message><source>≈ {missing} frames missing</source>
<translation>≈ {missing} Frames fehlen</translation></message>
</context>
</TS>
