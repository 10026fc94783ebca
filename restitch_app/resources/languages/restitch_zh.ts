<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
<name>restitch</name>
<message><source> although it was smoothed ({a})</source>
<translation> 尽管已平滑（{a}）</translation></message>
<message><source> and {more} more</source>
<translation> 以及另外 {more} 个</translation></message>
<message><source> that answers</source>
<translation>（有响应的）</translation></message>
<message><source> {segment_list} {a} not stale any more.</source>
<translation> {segment_list}{a}不再过期。</translation></message>
<message><source>"{name}" was left as it is</source>
<translation>“{name}”保持原样</translation></message>
<message><source>* COMMENT: BOUNDARY {label} {one_line}</source>
<translation>* COMMENT: BOUNDARY {label} {one_line}</translation></message>
<message><source>* FROM CLIP NAME: {name}</source>
<translation>* FROM CLIP NAME: {name}</translation></message>
<message><source>* SOURCE FILE: {one_line}</source>
<translation>* SOURCE FILE: {one_line}</translation></message>
<message><source>+{count} more</source>
<translation>另外 {count} 项</translation></message>
<message><source>, and so does Restitch</source>
<translation>，Restitch 也这样认为</translation></message>
<message><source>, but neighbouring frames here differ as much</source>
<translation>，但此处相邻帧的差异也这么大</translation></message>
<message><source>, in steps of {step}</source>
<translation>，步长 {step}</translation></message>
<message><source>, natural here {natural}</source>
<translation>，此处自然范围 {natural}</translation></message>
<message><source>, or {again}</source>
<translation>，或 {again}</translation></message>
<message><source>, predicted {ssim_text}</source>
<translation>，预计 {ssim_text}</translation></message>
<message><source>, stale</source>
<translation>，过期</translation></message>
<message><source>, the current one.</source>
<translation>，即当前版本。</translation></message>
<message><source>, then </source>
<translation>，然后</translation></message>
<message><source>, {a} to {b} around it</source>
<translation>，周围 {a} 到 {b}</translation></message>
<message><source>, {score} of 100</source>
<translation>，{score}/100</translation></message>
<message><source>. It {harm}</source>
<translation>。它{harm}</translation></message>
<message><source>. Restitch said {a}</source>
<translation>。Restitch 判为{a}</translation></message>
<message><source>/home/me/comfyui/run.sh --listen</source>
<translation>/home/me/comfyui/run.sh --listen</translation></message>
<message><source>1 and 2 answer the blind comparison now: choose the mode above the players</source>
<translation>1 和 2 现在用于回答盲测比较：请在播放器上方选择模式</translation></message>
<message><source>1 frame</source>
<translation>1 帧</translation></message>
<message><source>1 is better</source>
<translation>1 更好</translation></message>
<message><source>1 prompt</source>
<translation>1 个提示</translation></message>
<message><source>1 segment</source>
<translation>1 个片段</translation></message>
<message><source>1 was</source>
<translation>1 次是</translation></message>
<message><source>1 was {words}, 2 was {words_2}.</source>
<translation>1 是 {words}，2 是 {words_2}。</translation></message>
<message><source>1 wrong call</source>
<translation>1 次判断有误</translation></message>
<message><source>10 segments, one of them bad. No GPU needed</source>
<translation>10 个片段，其中一个有问题。无需 GPU</translation></message>
<message><source>2 is better</source>
<translation>2 更好</translation></message>
<message><source>405, +10 or 00:00:25:01</source>
<translation>405、+10 或 00:00:25:01</translation></message>
<message><source>; edited by {edited_by}, {when}</source>
<translation>；由 {edited_by} 编辑于 {when}</translation></message>
<message><source>; its sound, which would not last as long, was left out</source>
<translation>；其声音长度不符，已略去</translation></message>
<message><source>; left out: {names}</source>
<translation>；已略去：{names}</translation></message>
<message><source>; {a} of its numbers are missing</source>
<translation>；缺少 {a} 个编号</translation></message>
<message><source>; {older} made before boundaries were measured as now and must be made again</source>
<translation>；{older} 次作于采用现行测量之前，须重新判定</translation></message>
<message><source>A and B differ in size</source>
<translation>A 与 B 尺寸不同</translation></message>
<message><source>A blind comparison is between two versions of one segment</source>
<translation>盲测比较在同一片段的两个版本之间进行</translation></message>
<message><source>A boundary was decided about meanwhile</source>
<translation>其间对一个边界作了决定</translation></message>
<message><source>A boundary was judged meanwhile</source>
<translation>其间有一个边界已被判断</translation></message>
<message><source>A bridge needs one with a start frame, an end frame and a length</source>
<translation>桥接需要带起始帧、结束帧和长度的工作流</translation></message>
<message><source>A bridge of {asked} frames on each side cannot be made</source>
<translation>无法生成每侧 {asked} 帧的桥接</translation></message>
<message><source>A call noted as {a}: {error}</source>
<translation>判定记录为 {a}：{error}</translation></message>
<message><source>A cascade begins with the last frame before; choose that as the seed frame.</source>
<translation>级联从之前的最后一帧开始；请选择它作为种子帧。</translation></message>
<message><source>A cascade makes whole segments anew; keep no frames to begin one.</source>
<translation>级联会重新制作整个片段；要开始级联，请不要保留任何帧。</translation></message>
<message><source>A check warns from the first limit on and fails from the second on. Results that are here already keep what was said about them.</source>
<translation>检查从第一个限值起警告，从第二个限值起判为不合格。已有结果保留原来的评定。</translation></message>
<message><source>A clip of another size, rate or length cannot stand in its place.</source>
<translation>尺寸、帧率或长度不同的素材不能代替它。</translation></message>
<message><source>A cut is never smoothed</source>
<translation>切点从不平滑</translation></message>
<message><source>A file of segment {a} is missing</source>
<translation>片段 {a} 的一个文件缺失</translation></message>
<message><source>A film cannot be written among the project's own clips</source>
<translation>影片不能写到项目自身的素材之中</translation></message>
<message><source>A film does not come back as it was written</source>
<translation>读回的影片与写入的不同</translation></message>
<message><source>A finished take</source>
<translation>完成的备选</translation></message>
<message><source>A frame is shown twice</source>
<translation>有一帧显示了两次</translation></message>
<message><source>A frame shown twice makes movement stutter.</source>
<translation>重复的帧使运动卡顿。</translation></message>
<message><source>A is the version before, B the new one. Both always show the same frame. Compare side by side, with a wipe, by their difference, or flip them in place.</source>
<translation>A 是之前的版本，B 是新版本。两者始终显示同一帧。可以并排、划像、差异比较，或原地切换。</translation></message>
<message><source>A join noted as {a}: {error}</source>
<translation>接合记录为 {a}：{error}</translation></message>
<message><source>A join noted in format {a}, not {readable}</source>
<translation>接合记录的格式为 {a}，而非 {readable}</translation></message>
<message><source>A jump inside a segment looks like a cut that nobody made.</source>
<translation>片段内的跳变像是没人做过的剪切。</translation></message>
<message><source>A lossless copy is made: {lossless_reason}</source>
<translation>将制作无损副本：{lossless_reason}</translation></message>
<message><source>A master of this kind ends in {wanted}</source>
<translation>此类母版以 {wanted} 结尾</translation></message>
<message><source>A message of the desktop, when Restitch is behind other windows or minimised. Clicking it brings the window back, at the segment.</source>
<translation>当 Restitch 位于其他窗口后面或最小化时，显示桌面通知。点击它可回到窗口并定位到该片段。</translation></message>
<message><source>A new one for each</source>
<translation>每个都用新的</translation></message>
<message><source>A new project is being made. It is given up when you close.</source>
<translation>正在创建新项目。关闭后将放弃该项目。</translation></message>
<message><source>A note needs text</source>
<translation>备注需要文字</translation></message>
<message><source>A note was changed meanwhile</source>
<translation>其间有备注被更改</translation></message>
<message><source>A or B has no picture at this frame.</source>
<translation>A 或 B 在这一帧没有画面。</translation></message>
<message><source>A patch cannot be kept without loss</source>
<translation>补片无法无损保存</translation></message>
<message><source>A picture that stands still reads as a player that hangs.</source>
<translation>静止的画面看起来像播放器卡住。</translation></message>
<message><source>A preset needs a name</source>
<translation>预设需要名称</translation></message>
<message><source>A removed segment</source>
<translation>已移除的片段</translation></message>
<message><source>A repeated seed frame is left out.</source>
<translation>已略去重复的种子帧。</translation></message>
<message><source>A run is under way in this scene</source>
<translation>此场景正有一个运行</translation></message>
<message><source>A run is under way in {name}</source>
<translation>{name} 中正有一个运行</translation></message>
<message><source>A scene needs a name</source>
<translation>场景需要名称</translation></message>
<message><source>A scene's name is one line of text</source>
<translation>场景名称只能是一行文字</translation></message>
<message><source>A screenshot could not be written</source>
<translation>无法写入截图</translation></message>
<message><source>A server is needed to read this workflow</source>
<translation>读取此工作流需要服务器</translation></message>
<message><source>A shift of colour adds up from segment to segment along the chain.</source>
<translation>颜色偏移会沿链条逐段累积。</translation></message>
<message><source>A single frame has no motion.</source>
<translation>单独一帧没有运动。</translation></message>
<message><source>A start unlike its seed frame jumps at the boundary before it.</source>
<translation>开头若与种子帧不符，前面的边界就会跳变。</translation></message>
<message><source>A window of {window} frames cannot be used</source>
<translation>不能使用 {window} 帧的窗口</translation></message>
<message><source>A workflow needs a name</source>
<translation>工作流需要名称</translation></message>
<message><source>API key</source>
<translation>API 密钥</translation></message>
<message><source>About 1 frame is missing: the motion jumps</source>
<translation>约缺 1 帧：运动跳跃</translation></message>
<message><source>About Restitch</source>
<translation>关于 Restitch</translation></message>
<message><source>About {missing} frames are missing: the motion jumps</source>
<translation>约缺 {missing} 帧：运动跳跃</translation></message>
<message><source>About {size}</source>
<translation>约 {size}</translation></message>
<message><source>About {size}, {moment} on this computer</source>
<translation>约 {size}，在这台计算机上 {moment}</translation></message>
<message><source>Accept</source>
<translation>接受</translation></message>
<message><source>Accept as is</source>
<translation>按现状接受</translation></message>
<message><source>Accept with a reason, declare a cut</source>
<translation>附理由接受，声明为切点</translation></message>
<message><source>Accept with a reason…</source>
<translation>说明原因后接受…</translation></message>
<message><source>Accepted</source>
<translation>已接受</translation></message>
<message><source>Accepted as is</source>
<translation>按现状接受</translation></message>
<message><source>Accepting boundary {boundary_name}</source>
<translation>正在接受边界 {boundary_name}</translation></message>
<message><source>Action</source>
<translation>操作</translation></message>
<message><source>Actions and their keys</source>
<translation>操作及其按键</translation></message>
<message><source>Add</source>
<translation>添加</translation></message>
<message><source>Add a Save Video node in ComfyUI and export the workflow again</source>
<translation>请在 ComfyUI 中添加 Save Video 节点并重新导出工作流</translation></message>
<message><source>Add a cut</source>
<translation>添加切点</translation></message>
<message><source>Add a first-and-last-frame workflow: restitch workflows PROJECT add FILE</source>
<translation>请添加首尾帧工作流：restitch workflows PROJECT add FILE</translation></message>
<message><source>Add a server</source>
<translation>添加服务器</translation></message>
<message><source>Add a workflow</source>
<translation>添加一个工作流</translation></message>
<message><source>Add another one, or turn this one off</source>
<translation>请添加另一台，或关闭这一台</translation></message>
<message><source>Add clips</source>
<translation>添加素材</translation></message>
<message><source>Add clips that can be read</source>
<translation>请添加可读取的素材</translation></message>
<message><source>Add clips…</source>
<translation>添加素材…</translation></message>
<message><source>Add it again</source>
<translation>请重新添加</translation></message>
<message><source>Add note at this frame</source>
<translation>在此帧添加备注</translation></message>
<message><source>Add the note at</source>
<translation>添加备注于</translation></message>
<message><source>Add workflow</source>
<translation>添加工作流</translation></message>
<message><source>Add workflow…</source>
<translation>添加工作流…</translation></message>
<message><source>Adding a note</source>
<translation>正在添加备注</translation></message>
<message><source>Adding a workflow</source>
<translation>正在添加工作流</translation></message>
<message><source>Address</source>
<translation>地址</translation></message>
<message><source>Address of ComfyUI</source>
<translation>ComfyUI 的地址</translation></message>
<message><source>Adds new versions of {segments}, with their own values.</source>
<translation>为 {segments} 添加新版本，各自沿用自己的参数。</translation></message>
<message><source>Adds {time} and new versions of {segments}, with their own values.</source>
<translation>增加 {time}，并为 {segments} 添加新版本，各自沿用自己的参数。</translation></message>
<message><source>After fix</source>
<translation>修复后</translation></message>
<message><source>After the selected fix</source>
<translation>所选修复之后</translation></message>
<message><source>After what is being rendered now</source>
<translation>在当前渲染完成之后</translation></message>
<message><source>All</source>
<translation>全部</translation></message>
<message><source>All jobs</source>
<translation>全部任务</translation></message>
<message><source>All licences</source>
<translation>所有许可证</translation></message>
<message><source>All segments look like {first}.</source>
<translation>所有片段的观感与{first}一致。</translation></message>
<message><source>All servers…</source>
<translation>全部服务器…</translation></message>
<message><source>All versions of a segment, their quality checks and what they were made with. Nothing is lost: every result is a new version, and you can go back to any of them.</source>
<translation>片段的所有版本、质量检查以及制作参数。什么都不会丢失：每个结果都是新版本，您可以回到其中任何一个。</translation></message>
<message><source>Allow reading it, or move it away</source>
<translation>请允许读取，或将它移开</translation></message>
<message><source>Always becomes current</source>
<translation>总是成为当前版本</translation></message>
<message><source>An address holds no name and no password</source>
<translation>地址中不得含有用户名和密码</translation></message>
<message><source>An earlier frame, −{a}</source>
<translation>更早的一帧，−{a}</translation></message>
<message><source>An edit decision list cannot hold this scene</source>
<translation>剪辑决定表 (EDL) 容不下此场景</translation></message>
<message><source>Another program</source>
<translation>另一个程序</translation></message>
<message><source>Another program is writing to this project</source>
<translation>另一个程序正在写入此项目</translation></message>
<message><source>Another program runs this project's jobs.</source>
<translation>另一个程序正在运行此项目的任务。</translation></message>
<message><source>Another project…</source>
<translation>其他项目…</translation></message>
<message><source>Another shot begins here</source>
<translation>此处开始另一个镜头</translation></message>
<message><source>Another version of segment {index} plays by now</source>
<translation>片段 {index} 现在播放的是另一个版本</translation></message>
<message><source>Another window holds this project</source>
<translation>另一个窗口正在使用此项目</translation></message>
<message><source>Another window holds this project: decide there</source>
<translation>另一个窗口正在使用此项目：请在那里决定</translation></message>
<message><source>Another window holds this project: draw there</source>
<translation>另一个窗口正在使用此项目：请在那里绘图</translation></message>
<message><source>Another workflow</source>
<translation>另一个工作流</translation></message>
<message><source>Any free one</source>
<translation>任一空闲端口</translation></message>
<message><source>Any server that can run it</source>
<translation>任何能运行它的服务器</translation></message>
<message><source>Any server: the least busy one that can run it</source>
<translation>任意服务器：能运行且最空闲的那个</translation></message>
<message><source>Applied.</source>
<translation>已应用。</translation></message>
<message><source>Apply</source>
<translation>应用</translation></message>
<message><source>Apply anyway</source>
<translation>仍然应用</translation></message>
<message><source>Apply best</source>
<translation>应用最佳</translation></message>
<message><source>Apply fix, or open</source>
<translation>应用修复或打开</translation></message>
<message><source>Apply the best</source>
<translation>应用最佳</translation></message>
<message><source>Apply {what}</source>
<translation>应用{what}</translation></message>
<message><source>Apply {what} anyway</source>
<translation>仍然应用{what}</translation></message>
<message><source>Approve</source>
<translation>批准</translation></message>
<message><source>Approve v{number}</source>
<translation>批准 v{number}</translation></message>
<message><source>Approve {a} segments</source>
<translation>批准 {a} 个片段</translation></message>
<message><source>Approve {many}</source>
<translation>批准 {many}</translation></message>
<message><source>Approve, or accept the boundary</source>
<translation>批准或接受边界</translation></message>
<message><source>Approved</source>
<translation>已批准</translation></message>
<message><source>Approved v{number}</source>
<translation>v{number} 已批准</translation></message>
<message><source>Approving segment {a}</source>
<translation>正在批准片段 {a}</translation></message>
<message><source>Approving {a}</source>
<translation>正在批准 {a}</translation></message>
<message><source>Arrow</source>
<translation>箭头</translation></message>
<message><source>As above</source>
<translation>同上</translation></message>
<message><source>As it is on the screen</source>
<translation>按屏幕所示</translation></message>
<message><source>As it is on the screen…</source>
<translation>按屏幕所示…</translation></message>
<message><source>As smooth as the frames on both sides of the boundary</source>
<translation>与边界两侧的帧一样平滑</translation></message>
<message><source>As the scene is now</source>
<translation>按场景现在的样子</translation></message>
<message><source>As the system</source>
<translation>跟随系统</translation></message>
<message><source>As the workflow, or the segment before</source>
<translation>与工作流或前一个片段相同</translation></message>
<message><source>As you would type it in a terminal. Restitch offers it while no server answers.</source>
<translation>与在终端中输入的相同。没有服务器响应时，Restitch 会提供此命令。</translation></message>
<message><source>Ask for the right to read it, or copy it to another place.</source>
<translation>请获取读取权限，或复制到其他位置。</translation></message>
<message><source>Asked for</source>
<translation>提交时间</translation></message>
<message><source>Asking</source>
<translation>正在询问</translation></message>
<message><source>Asking for a bridge</source>
<translation>正在请求桥接</translation></message>
<message><source>Asking for the newest release</source>
<translation>正在查询最新版本</translation></message>
<message><source>Asking the servers</source>
<translation>正在询问服务器</translation></message>
<message><source>Asking the servers…</source>
<translation>正在询问服务器…</translation></message>
<message><source>Asking the server…</source>
<translation>正在询问服务器…</translation></message>
<message><source>Asking {place_of}</source>
<translation>正在询问 {place_of}</translation></message>
<message><source>Asking {url}</source>
<translation>正在询问 {url}</translation></message>
<message><source>Asking…</source>
<translation>正在询问…</translation></message>
<message><source>At the start</source>
<translation>启动时</translation></message>
<message><source>Auto, {what}</source>
<translation>自动，{what}</translation></message>
<message><source>Back</source>
<translation>返回</translation></message>
<message><source>Back to player</source>
<translation>返回播放器</translation></message>
<message><source>Back to the players</source>
<translation>返回播放器</translation></message>
<message><source>Back to v{number}</source>
<translation>回到 v{number}</translation></message>
<message><source>Back to what is found by itself</source>
<translation>恢复为自动找到的</translation></message>
<message><source>Bearer {key}</source>
<translation>Bearer {key}</translation></message>
<message><source>Becomes current when its quality checks pass</source>
<translation>通过质量检查后成为当前版本</translation></message>
<message><source>Beginning the cascade from segment {a}</source>
<translation>正在从片段 {a} 开始级联</translation></message>
<message><source>Beginning the scene</source>
<translation>正在开始场景</translation></message>
<message><source>Below the threshold a jump is visible, within the band above it borderline.</source>
<translation>低于阈值为可见跳变，阈值之上的区间内为临界。</translation></message>
<message><source>Beside the size that the system has.</source>
<translation>在系统设定的大小之外另行调整。</translation></message>
<message><source>Better</source>
<translation>更好</translation></message>
<message><source>Better boundary frame</source>
<translation>更好的边界帧</translation></message>
<message><source>Better boundary frame, length kept</source>
<translation>更好的边界帧，保持长度</translation></message>
<message><source>Black frames</source>
<translation>黑帧</translation></message>
<message><source>Black frames show as a blink, and the next segment may be seeded from one.</source>
<translation>黑帧会闪烁，下一片段也可能以它为种子。</translation></message>
<message><source>Blind</source>
<translation>盲测</translation></message>
<message><source>Blind comparison</source>
<translation>盲测比较</translation></message>
<message><source>Blind comparison: which one is better?</source>
<translation>盲测比较：哪个更好？</translation></message>
<message><source>Blue</source>
<translation>蓝色</translation></message>
<message><source>Bluer</source>
<translation>偏蓝</translation></message>
<message><source>Blue–yellow</source>
<translation>蓝–黄</translation></message>
<message><source>Borderline</source>
<translation>临界</translation></message>
<message><source>Borderline band</source>
<translation>临界区间</translation></message>
<message><source>Borderline band (too few frames)</source>
<translation>临界区间（帧数太少）</translation></message>
<message><source>Borderline from</source>
<translation>临界，从</translation></message>
<message><source>Borderline ≥ {threshold}</source>
<translation>临界 ≥ {threshold}</translation></message>
<message><source>Both together</source>
<translation>两者联动</translation></message>
<message><source>Boundaries</source>
<translation>边界</translation></message>
<message><source>Boundaries are checked in the background. Check it now from the Boundary menu.</source>
<translation>边界会在后台检查。可从“边界”菜单立即检查。</translation></message>
<message><source>Boundaries {label} and {label_2}: {a}, {reason}. Regenerate segment {b}, or smooth both.</source>
<translation>边界 {label} 和 {label_2}：{a}，{reason}。请重新生成片段 {b}，或两处都平滑。</translation></message>
<message><source>Boundary</source>
<translation>边界</translation></message>
<message><source>Boundary {a}</source>
<translation>边界 {a}</translation></message>
<message><source>Boundary {boundary_name}</source>
<translation>边界 {boundary_name}</translation></message>
<message><source>Boundary {boundary_name}: visible jump, SSIM {ssim_text}</source>
<translation>边界 {boundary_name}：可见跳变，SSIM {ssim_text}</translation></message>
<message><source>Boundary {label}</source>
<translation>边界 {label}</translation></message>
<message><source>Boundary {label} checked: {words}, {value}</source>
<translation>边界 {label} 已检查：{words}，{value}</translation></message>
<message><source>Boundary {label} has changed</source>
<translation>边界 {label} 已改变</translation></message>
<message><source>Boundary {label} is a cut</source>
<translation>边界 {label} 是切点</translation></message>
<message><source>Boundary {label} is a cut now</source>
<translation>边界 {label} 现在是切点</translation></message>
<message><source>Boundary {label} is accepted as is, {value}</source>
<translation>边界 {label} 已按现状接受，{value}</translation></message>
<message><source>Boundary {label} is smoothed. {told}</source>
<translation>边界 {label} 已平滑。{told}</translation></message>
<message><source>Boundary {label}: {a}</source>
<translation>边界 {label}：{a}</translation></message>
<message><source>Boundary {label}: {seen_as}</source>
<translation>边界 {label}：{seen_as}</translation></message>
<message><source>Boundary {label}: {seen}. {a}. {b}</source>
<translation>边界 {label}：{seen}。{a}。{b}</translation></message>
<message><source>Boundary {left} to {right}</source>
<translation>边界 {left} 到 {right}</translation></message>
<message><source>Boundary {name}</source>
<translation>边界 {name}</translation></message>
<message><source>Boundary {name} is open again</source>
<translation>边界 {name} 重新待定</translation></message>
<message><source>Boundary {pair}: {told}</source>
<translation>边界 {pair}：{told}</translation></message>
<message><source>Boundary {pair}: {word}{why}</source>
<translation>边界 {pair}：{word}{why}</translation></message>
<message><source>Bridge (new frames from ComfyUI)</source>
<translation>桥接（ComfyUI 生成的新帧）</translation></message>
<message><source>Bridge {number}|{a}</source>
<translation>桥接 {number}|{a}</translation></message>
<message><source>Brighter</source>
<translation>更亮</translation></message>
<message><source>Brightness</source>
<translation>亮度</translation></message>
<message><source>Brightness flickers</source>
<translation>亮度闪烁</translation></message>
<message><source>Brightness flickers by {value} levels at {frames_in_words}.</source>
<translation>亮度在{frames_in_words}处闪烁 {value} 级。</translation></message>
<message><source>Brightness is steady from frame to frame.</source>
<translation>亮度逐帧稳定。</translation></message>
<message><source>Brightness that swings from frame to frame tires the eye at once.</source>
<translation>逐帧波动的亮度很快使眼睛疲劳。</translation></message>
<message><source>Brightness {brightness} % on the right side</source>
<translation>右侧亮度 {brightness} %</translation></message>
<message><source>Browse…</source>
<translation>浏览…</translation></message>
<message><source>Can't be found</source>
<translation>找不到</translation></message>
<message><source>Cancel</source>
<translation>取消</translation></message>
<message><source>Cancel (Esc)</source>
<translation>取消 (Esc)</translation></message>
<message><source>Cancel job</source>
<translation>取消任务</translation></message>
<message><source>Cancel jobs</source>
<translation>取消任务</translation></message>
<message><source>Cancel {count} job</source>
<translation>取消 {count} 个任务</translation></message>
<message><source>Cancel {count} jobs</source>
<translation>取消 {count} 个任务</translation></message>
<message><source>Cancel {job}</source>
<translation>取消 {job}</translation></message>
<message><source>Cancel · {done} of {total}</source>
<translation>取消 · {done} / {total}</translation></message>
<message><source>Cancelling</source>
<translation>正在取消</translation></message>
<message><source>Cancelling a job</source>
<translation>正在取消任务</translation></message>
<message><source>Cancelling…</source>
<translation>正在取消…</translation></message>
<message><source>Candidate</source>
<translation>候选</translation></message>
<message><source>Cannot be read</source>
<translation>无法读取</translation></message>
<message><source>Cascade from segment {first}</source>
<translation>从片段 {first} 起重新生成</translation></message>
<message><source>Certain</source>
<translation>确定</translation></message>
<message><source>Certificate file</source>
<translation>证书文件</translation></message>
<message><source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
<translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation></message>
<message><source>Chained</source>
<translation>衔接</translation></message>
<message><source>Change</source>
<translation>变化</translation></message>
<message><source>Change how boundaries are judged</source>
<translation>更改边界的判定方式</translation></message>
<message><source>Change keys under Settings, Shortcuts.</source>
<translation>更改按键：设置，快捷键。</translation></message>
<message><source>Change server…</source>
<translation>更换服务器…</translation></message>
<message><source>Change the named inputs and try again</source>
<translation>请更改所列输入后重试</translation></message>
<message><source>Change the project's settings</source>
<translation>更改项目设置</translation></message>
<message><source>Changed since it was made</source>
<translation>制作后已改变</translation></message>
<message><source>Changed since the current version</source>
<translation>与当前版本相比已更改</translation></message>
<message><source>Changed since {version}</source>
<translation>自 {version} 起已更改</translation></message>
<message><source>Changes are kept at once.</source>
<translation>更改立即保存。</translation></message>
<message><source>Changes no frame.</source>
<translation>不改动任何帧。</translation></message>
<message><source>Changes {frames}: {sides}.</source>
<translation>改动 {frames}：{sides}。</translation></message>
<message><source>Changing how boundaries are judged</source>
<translation>正在更改边界的判定方式</translation></message>
<message><source>Changing quality gates</source>
<translation>正在更改质量门槛</translation></message>
<message><source>Changing the server</source>
<translation>正在更改服务器</translation></message>
<message><source>Changing the servers</source>
<translation>正在更改服务器</translation></message>
<message><source>Changing what becomes current</source>
<translation>正在更改成为当前版本的规则</translation></message>
<message><source>Check</source>
<translation>检查项</translation></message>
<message><source>Check all again</source>
<translation>全部重新检查</translation></message>
<message><source>Check all boundaries again</source>
<translation>重新检查所有边界</translation></message>
<message><source>Check readable frames</source>
<translation>检查可读帧</translation></message>
<message><source>Check that the folder is there and that you may write to it</source>
<translation>请检查文件夹是否存在且可写</translation></message>
<message><source>Check the boundaries of {many} again</source>
<translation>重新检查 {many}的边界</translation></message>
<message><source>Check the disk or the network drive, then try again</source>
<translation>请检查磁盘或网络驱动器，然后重试</translation></message>
<message><source>Check the disk, and try again.</source>
<translation>请检查磁盘后重试。</translation></message>
<message><source>Check the file, or set {environment_name}</source>
<translation>请检查该文件，或设置 {environment_name}</translation></message>
<message><source>Check the folder</source>
<translation>请检查文件夹</translation></message>
<message><source>Check the folder and the names</source>
<translation>请检查文件夹和名称</translation></message>
<message><source>Check the name</source>
<translation>请检查名称</translation></message>
<message><source>Check the path</source>
<translation>请检查路径</translation></message>
<message><source>Check the path, or make a new project from clips</source>
<translation>请检查路径，或用素材新建项目</translation></message>
<message><source>Check the rate it was written for</source>
<translation>请检查其对应的帧率</translation></message>
<message><source>Check the rights on the folder</source>
<translation>请检查文件夹权限</translation></message>
<message><source>Check the rights on the folder, or copy the project elsewhere</source>
<translation>请检查文件夹权限，或将项目复制到别处</translation></message>
<message><source>Check the server's address and its access rules</source>
<translation>请检查服务器的地址和访问规则</translation></message>
<message><source>Check the size and format of the clips</source>
<translation>请检查素材的尺寸和格式</translation></message>
<message><source>Check this boundary again</source>
<translation>重新检查此边界</translation></message>
<message><source>Check which input sets its length under Workflow ▸ Inputs</source>
<translation>请在“工作流 ▸ 输入”中检查哪个输入决定长度</translation></message>
<message><source>Checking</source>
<translation>正在检查</translation></message>
<message><source>Checking all boundaries</source>
<translation>正在检查所有边界</translation></message>
<message><source>Checking boundaries</source>
<translation>正在检查边界</translation></message>
<message><source>Checking boundary {boundary_name}</source>
<translation>正在检查边界 {boundary_name}</translation></message>
<message><source>Checking files</source>
<translation>正在检查文件</translation></message>
<message><source>Checking the copy</source>
<translation>正在检查副本</translation></message>
<message><source>Checking the export</source>
<translation>正在检查导出</translation></message>
<message><source>Checking the new frames</source>
<translation>正在检查新帧</translation></message>
<message><source>Checking the piece</source>
<translation>正在检查片断</translation></message>
<message><source>Checking the take</source>
<translation>正在检查备选</translation></message>
<message><source>Checking what the servers can run</source>
<translation>正在检查服务器能运行什么</translation></message>
<message><source>Checking {a}</source>
<translation>正在检查 {a}</translation></message>
<message><source>Checking…</source>
<translation>正在检查…</translation></message>
<message><source>Checksum {checksum}</source>
<translation>校验和 {checksum}</translation></message>
<message><source>Choose 0 to {a}</source>
<translation>请选择 0 到 {a}</translation></message>
<message><source>Choose 1 to {largest_window}</source>
<translation>请选择 1 到 {largest_window}</translation></message>
<message><source>Choose 1 to {most_segments}</source>
<translation>请选择 1 到 {most_segments}</translation></message>
<message><source>Choose 1 to {most_takes}</source>
<translation>请选择 1 到 {most_takes}</translation></message>
<message><source>Choose a PEM file</source>
<translation>请选择 PEM 文件</translation></message>
<message><source>Choose a PNG, JPEG or WebP picture.</source>
<translation>请选择 PNG、JPEG 或 WebP 图像。</translation></message>
<message><source>Choose a certificate file</source>
<translation>选择证书文件</translation></message>
<message><source>Choose a file</source>
<translation>请选择文件</translation></message>
<message><source>Choose a file that ComfyUI made, or a workflow that it saved</source>
<translation>请选择 ComfyUI 生成的文件，或它保存的工作流</translation></message>
<message><source>Choose a file that ComfyUI wrote with "Save" or "Save (API format)"</source>
<translation>请选择 ComfyUI 用“Save”或“Save (API format)”写出的文件</translation></message>
<message><source>Choose a file…</source>
<translation>选择文件…</translation></message>
<message><source>Choose a first-and-last-frame workflow</source>
<translation>请选择首尾帧工作流</translation></message>
<message><source>Choose a first-and-last-frame workflow, or leave the end open</source>
<translation>请选择首尾帧工作流，或让末端保持开放</translation></message>
<message><source>Choose a folder for the project</source>
<translation>请为项目选择文件夹</translation></message>
<message><source>Choose a folder that exists</source>
<translation>请选择存在的文件夹</translation></message>
<message><source>Choose a frame from 2 to {total}</source>
<translation>请选择第 2 到 {total} 帧</translation></message>
<message><source>Choose a frame from {a} to {stop}, or remove the treatment</source>
<translation>请选择第 {a} 到 {stop} 帧，或移除该处理</translation></message>
<message><source>Choose a list, or a film</source>
<translation>请选择列表或影片</translation></message>
<message><source>Choose a name that ends in .otio</source>
<translation>请选择以 .otio 结尾的名称</translation></message>
<message><source>Choose a name that is not taken yet</source>
<translation>请选择尚未使用的名称</translation></message>
<message><source>Choose a picture to begin with</source>
<translation>请选择起始图像</translation></message>
<message><source>Choose a picture with --seed-frame FILE</source>
<translation>请用 --seed-frame FILE 选择图像</translation></message>
<message><source>Choose a render first</source>
<translation>请先选择一次渲染</translation></message>
<message><source>Choose a seed frame first</source>
<translation>请先选择种子帧</translation></message>
<message><source>Choose a segment that has a neighbour on that side</source>
<translation>请选择在该侧有相邻片段的片段</translation></message>
<message><source>Choose a smaller overlap</source>
<translation>请选择较小的重叠</translation></message>
<message><source>Choose a smaller window</source>
<translation>请选择较小的窗口</translation></message>
<message><source>Choose a workflow for the scene: restitch workflows PROJECT add FILE --use</source>
<translation>请为场景选择工作流：restitch workflows PROJECT add FILE --use</translation></message>
<message><source>Choose an input that takes {wanted}</source>
<translation>请选择接受{wanted}的输入</translation></message>
<message><source>Choose another file, or render the clip again.</source>
<translation>请选择其他文件，或重新渲染素材。</translation></message>
<message><source>Choose another folder</source>
<translation>请选择其他文件夹</translation></message>
<message><source>Choose another folder or allow writing</source>
<translation>请选择其他文件夹或允许写入</translation></message>
<message><source>Choose another folder…</source>
<translation>选择其他文件夹…</translation></message>
<message><source>Choose another frame…</source>
<translation>选择其他帧…</translation></message>
<message><source>Choose another name</source>
<translation>请选择其他名称</translation></message>
<message><source>Choose another name with --scene</source>
<translation>请用 --scene 选择其他名称</translation></message>
<message><source>Choose another place</source>
<translation>请选择其他位置</translation></message>
<message><source>Choose another seed frame</source>
<translation>请选择其他种子帧</translation></message>
<message><source>Choose another version</source>
<translation>请选择其他版本</translation></message>
<message><source>Choose another version, or regenerate</source>
<translation>请选择其他版本，或重新生成</translation></message>
<message><source>Choose another workflow for the scene first</source>
<translation>请先为场景选择其他工作流</translation></message>
<message><source>Choose at least one frame</source>
<translation>请至少选择一帧</translation></message>
<message><source>Choose frames from 1 to {total}</source>
<translation>请选择第 1 到 {total} 帧</translation></message>
<message><source>Choose frames from 2 to {frame_count}</source>
<translation>请选择第 2 到 {frame_count} 帧</translation></message>
<message><source>Choose in the blind comparison first</source>
<translation>请先在盲测比较中作出选择</translation></message>
<message><source>Choose it as the seed frame: current, original, or the path of a picture</source>
<translation>请作为种子帧选择：current、original 或图像路径</translation></message>
<message><source>Choose letters and digits</source>
<translation>请使用字母和数字</translation></message>
<message><source>Choose one from 1 to {a}</source>
<translation>请选择 1 到 {a}</translation></message>
<message><source>Choose one from 1 to {count}</source>
<translation>请选择 1 到 {count}</translation></message>
<message><source>Choose one of them</source>
<translation>请选择其中之一</translation></message>
<message><source>Choose one of them in the workflow's editor</source>
<translation>请在工作流编辑器中选择其中之一</translation></message>
<message><source>Choose one: --workflow FILE</source>
<translation>请选择一个：--workflow FILE</translation></message>
<message><source>Choose other clips</source>
<translation>请选择其他素材</translation></message>
<message><source>Choose other cut points</source>
<translation>请选择其他切点</translation></message>
<message><source>Choose the continuity policy first</source>
<translation>请先选择连续性策略</translation></message>
<message><source>Choose the continuity policy to set limits of single measures</source>
<translation>要设置单项度量的限值，请选择连续性策略</translation></message>
<message><source>Choose the file it was imported from or rendered to</source>
<translation>请选择导入时或渲染输出的那个文件</translation></message>
<message><source>Choose the folder that holds project.restitch</source>
<translation>请选择包含 project.restitch 的文件夹</translation></message>
<message><source>Choose the list that was made of this clip</source>
<translation>请选择由此素材制作的列表</translation></message>
<message><source>Choose the seed frame again</source>
<translation>请重新选择种子帧</translation></message>
<message><source>Choose {a}</source>
<translation>请选择 {a}</translation></message>
<message><source>Choose {continuity} or {plain}</source>
<translation>请选择 {continuity} 或 {plain}</translation></message>
<message><source>Choose {smallest_bridge} to {largest_bridge}</source>
<translation>请选择 {smallest_bridge} 到 {largest_bridge}</translation></message>
<message><source>Choose…</source>
<translation>选择…</translation></message>
<message><source>Choosing the scene's workflow</source>
<translation>正在选择场景的工作流</translation></message>
<message><source>Chosen</source>
<translation>已选择</translation></message>
<message><source>Chroma</source>
<translation>色度</translation></message>
<message><source>Clear</source>
<translation>清除</translation></message>
<message><source>Clear in and out points</source>
<translation>清除入点和出点</translation></message>
<message><source>Clear list</source>
<translation>清空列表</translation></message>
<message><source>Clear the API key</source>
<translation>清除 API 密钥</translation></message>
<message><source>Clearly outside of what is natural on both sides of the boundary</source>
<translation>明显超出边界两侧的自然范围</translation></message>
<message><source>Clip</source>
<translation>素材</translation></message>
<message><source>Clips (*.mp4 *.mkv *.webm *.mov *.m4v *.avi *.webp *.gif *.mpg *.ts);;All files (*)</source>
<translation>素材 (*.mp4 *.mkv *.webm *.mov *.m4v *.avi *.webp *.gif *.mpg *.ts);;所有文件 (*)</translation></message>
<message><source>Clips (*.mp4 *.mkv *.webm *.mov *.m4v *.avi *.webp *.gif *.mpg *.ts);;Numbered pictures (*.png *.jpg *.jpeg *.tif *.tiff *.bmp);;All files (*)</source>
<translation>素材 (*.mp4 *.mkv *.webm *.mov *.m4v *.avi *.webp *.gif *.mpg *.ts);;编号图片 (*.png *.jpg *.jpeg *.tif *.tiff *.bmp);;所有文件 (*)</translation></message>
<message><source>Clips and pictures (*.mp4 *.mkv *.webm *.mov *.png *.webp *.gif);;All files (*)</source>
<translation>素材和图片 (*.mp4 *.mkv *.webm *.mov *.png *.webp *.gif);;所有文件 (*)</translation></message>
<message><source>Clips are not changed. You can undo this.</source>
<translation>素材不会改动。此操作可以撤销。</translation></message>
<message><source>Clips are ordered by name. You can change the order before anything is saved.</source>
<translation>素材按名称排序。在保存之前可以更改顺序。</translation></message>
<message><source>Clips become segments, first to last. Drag to reorder.</source>
<translation>素材依次成为片段。拖动可重新排序。</translation></message>
<message><source>Clips in the order of the scene</source>
<translation>按场景顺序排列的素材</translation></message>
<message><source>Close</source>
<translation>关闭</translation></message>
<message><source>Close Restitch</source>
<translation>关闭 Restitch</translation></message>
<message><source>Close it and start Restitch again.</source>
<translation>请关闭它，然后重新启动 Restitch。</translation></message>
<message><source>Close it everywhere, then run: restitch verify "{parent}" --repair</source>
<translation>请在各处关闭它，然后运行：restitch verify "{parent}" --repair</translation></message>
<message><source>Close it there, or wait until its jobs are done.</source>
<translation>请在那里关闭，或等待其任务完成。</translation></message>
<message><source>Close it where it is open for writing, or check the rights on the folder</source>
<translation>请在以可写方式打开它的地方关闭，或检查文件夹权限</translation></message>
<message><source>Close project</source>
<translation>关闭项目</translation></message>
<message><source>Closing the project</source>
<translation>正在关闭项目</translation></message>
<message><source>Codecs are missing</source>
<translation>缺少编解码器</translation></message>
<message><source>Colour drift ΔE</source>
<translation>颜色漂移 ΔE</translation></message>
<message><source>Colour moves away</source>
<translation>颜色偏移</translation></message>
<message><source>Colour or brightness steps</source>
<translation>颜色或亮度突变</translation></message>
<message><source>Colour ramp</source>
<translation>颜色渐变</translation></message>
<message><source>Colours differ by ΔE {delta_e}</source>
<translation>颜色相差 ΔE {delta_e}</translation></message>
<message><source>Colours drift: {change} at frame {a}.</source>
<translation>颜色漂移：第 {a} 帧处 {change}。</translation></message>
<message><source>Colours stay close to where they started.</source>
<translation>颜色接近开头。</translation></message>
<message><source>Comes with Restitch</source>
<translation>Restitch 自带</translation></message>
<message><source>ComfyUI at {place} is not answering.</source>
<translation>{place} 上的 ComfyUI 无响应。</translation></message>
<message><source>ComfyUI connected</source>
<translation>ComfyUI 已连接</translation></message>
<message><source>ComfyUI could not be started.</source>
<translation>无法启动 ComfyUI。</translation></message>
<message><source>ComfyUI did not answer</source>
<translation>ComfyUI 没有响应</translation></message>
<message><source>ComfyUI did not answer in time</source>
<translation>ComfyUI 未及时响应</translation></message>
<message><source>ComfyUI failed</source>
<translation>ComfyUI 失败</translation></message>
<message><source>ComfyUI fails over this prompt</source>
<translation>ComfyUI 处理此提示时失败</translation></message>
<message><source>ComfyUI is in trouble</source>
<translation>ComfyUI 出现问题</translation></message>
<message><source>ComfyUI is starting. Jobs go on as soon as it answers.</source>
<translation>ComfyUI 正在启动。它一响应，任务就会继续。</translation></message>
<message><source>ComfyUI not answering</source>
<translation>ComfyUI 无响应</translation></message>
<message><source>ComfyUI refused the prompt</source>
<translation>ComfyUI 拒绝了提示</translation></message>
<message><source>ComfyUI's own window names the reason; change the workflow or its settings, or repair that node, and submit the job again</source>
<translation>ComfyUI 自己的窗口会说明原因；请更改工作流或其设置，或修复该节点，然后重新提交任务</translation></message>
<message><source>Command that starts ComfyUI on this computer</source>
<translation>在这台计算机上启动 ComfyUI 的命令</translation></message>
<message><source>Compare</source>
<translation>比较</translation></message>
<message><source>Compared with {first}:</source>
<translation>与{first}相比：</translation></message>
<message><source>Comparing frames</source>
<translation>正在比较帧</translation></message>
<message><source>Comparing versions</source>
<translation>正在比较版本</translation></message>
<message><source>Connect</source>
<translation>连接</translation></message>
<message><source>Connected</source>
<translation>已连接</translation></message>
<message><source>Connected in {seconds} s: {facts}.</source>
<translation>{seconds} 秒内连接成功：{facts}。</translation></message>
<message><source>Connected to {name} · {queue}</source>
<translation>已连接 {name} · {queue}</translation></message>
<message><source>Connecting</source>
<translation>正在连接</translation></message>
<message><source>Contents</source>
<translation>目录</translation></message>
<message><source>Continue</source>
<translation>继续</translation></message>
<message><source>Continue a review</source>
<translation>继续审片</translation></message>
<message><source>Continue the run to try again; the log has the details</source>
<translation>继续运行即可重试；详情见日志</translation></message>
<message><source>Continue the run to {again}</source>
<translation>继续运行：{again}</translation></message>
<message><source>Continue the run to {keep}</source>
<translation>继续运行：{keep}</translation></message>
<message><source>Continue the run to {keep}{a}</source>
<translation>继续运行：{keep}{a}</translation></message>
<message><source>Continue the run whenever you like</source>
<translation>可随时继续运行</translation></message>
<message><source>Continue to render it from the frame there now, or use a take and continue</source>
<translation>继续即由现在的帧渲染，或使用一个备选后继续</translation></message>
<message><source>Continuing</source>
<translation>正在继续</translation></message>
<message><source>Continuity</source>
<translation>连续性</translation></message>
<message><source>Continuity: against the motion on both sides</source>
<translation>连续性：对照两侧的运动</translation></message>
<message><source>Contrast</source>
<translation>对比度</translation></message>
<message><source>Convert a copy</source>
<translation>转换副本</translation></message>
<message><source>Convert a copy in the inspector, or regenerate.</source>
<translation>请在检查器中转换副本，或重新生成。</translation></message>
<message><source>Convert clips of another size or rate</source>
<translation>转换尺寸或帧率不同的素材</translation></message>
<message><source>Convert now</source>
<translation>立即转换</translation></message>
<message><source>Convert the clip to another shape first</source>
<translation>请先将素材转换为其他形状</translation></message>
<message><source>Convert the clip to one size first</source>
<translation>请先将素材转换为同一尺寸</translation></message>
<message><source>Convert the clips to 8-bit YUV 4:2:0 and import them again</source>
<translation>请将素材转换为 8 位 YUV 4:2:0 后重新导入</translation></message>
<message><source>Converting a copy</source>
<translation>正在转换副本</translation></message>
<message><source>Converting a workflow</source>
<translation>正在转换工作流</translation></message>
<message><source>Copied</source>
<translation>已复制</translation></message>
<message><source>Copied.</source>
<translation>已复制。</translation></message>
<message><source>Copied. Paste it into a message.</source>
<translation>已复制。请粘贴到消息中。</translation></message>
<message><source>Copy</source>
<translation>复制</translation></message>
<message><source>Copy again from server</source>
<translation>从服务器重新复制</translation></message>
<message><source>Copy as text</source>
<translation>复制为文本</translation></message>
<message><source>Copy diagnostics</source>
<translation>复制诊断信息</translation></message>
<message><source>Copy frame</source>
<translation>复制帧</translation></message>
<message><source>Copy list</source>
<translation>复制列表</translation></message>
<message><source>Copy the key again, without anything around it</source>
<translation>请重新复制密钥，前后不要带其他内容</translation></message>
<message><source>Copy the token now: it is not shown again.</source>
<translation>请立即复制令牌：它不会再次显示。</translation></message>
<message><source>Copy them into the project</source>
<translation>复制到项目中</translation></message>
<message><source>Copying needs ComfyUI, which is not answering</source>
<translation>复制需要 ComfyUI，而它没有响应</translation></message>
<message><source>Copying the clip again</source>
<translation>正在重新复制素材</translation></message>
<message><source>Copying the frame</source>
<translation>正在复制帧</translation></message>
<message><source>Copying {filename}</source>
<translation>正在复制 {filename}</translation></message>
<message><source>Copying {name}</source>
<translation>正在复制 {name}</translation></message>
<message><source>Correct the inputs of {name}</source>
<translation>更正 {name} 的输入</translation></message>
<message><source>Count</source>
<translation>统计</translation></message>
<message><source>Count how many of its frames can be decoded</source>
<translation>统计有多少帧可以解码</translation></message>
<message><source>Counting boundaries</source>
<translation>正在统计边界</translation></message>
<message><source>Counting readable frames</source>
<translation>正在统计可读帧</translation></message>
<message><source>Counts as black up to</source>
<translation>视为黑帧的上限</translation></message>
<message><source>Crop or scale the picture first</source>
<translation>请先裁剪或缩放图像</translation></message>
<message><source>Cross-fade</source>
<translation>交叉淡化</translation></message>
<message><source>Current</source>
<translation>当前</translation></message>
<message><source>Cut</source>
<translation>切点</translation></message>
<message><source>Cut at</source>
<translation>切分于</translation></message>
<message><source>Cut here</source>
<translation>在此切分</translation></message>
<message><source>Cut points</source>
<translation>切点</translation></message>
<message><source>Cut {number}: frame {frame} is the first after it</source>
<translation>切点 {number}：其后第一帧为第 {frame} 帧</translation></message>
<message><source>Cuts are never smoothed</source>
<translation>切点从不平滑</translation></message>
<message><source>Cuts cannot be looked for in {name}</source>
<translation>无法在 {name} 中寻找切点</translation></message>
<message><source>Cuts of the clip</source>
<translation>素材的切点</translation></message>
<message><source>Cuts of {name}</source>
<translation>{name} 的切点</translation></message>
<message><source>Damaged</source>
<translation>已损坏</translation></message>
<message><source>Dark</source>
<translation>深色</translation></message>
<message><source>Darker</source>
<translation>更暗</translation></message>
<message><source>Decided</source>
<translation>已决定</translation></message>
<message><source>Decided when it runs</source>
<translation>运行时决定</translation></message>
<message><source>Decided, {count}</source>
<translation>已决定，{count}</translation></message>
<message><source>Decisions</source>
<translation>决定</translation></message>
<message><source>Declare a cut</source>
<translation>声明为切点</translation></message>
<message><source>Declare a cut at</source>
<translation>声明为切点：</translation></message>
<message><source>Declare a cut, or take it back</source>
<translation>声明为切点或撤回</translation></message>
<message><source>Declare it a cut if it is meant to be one, or regenerate segment {right}.</source>
<translation>若本应是切点就声明为切点，否则重新生成片段 {right}。</translation></message>
<message><source>Declared a cut</source>
<translation>已声明为切点</translation></message>
<message><source>Declaring {name} a cut</source>
<translation>正在将 {name} 声明为切点</translation></message>
<message><source>Delete</source>
<translation>删除</translation></message>
<message><source>Denoise</source>
<translation>去噪</translation></message>
<message><source>Details</source>
<translation>详情</translation></message>
<message><source>Diagnostics copied, without keys and names of folders</source>
<translation>诊断信息已复制，不含密钥和文件夹名称</translation></message>
<message><source>Difference</source>
<translation>差异</translation></message>
<message><source>Difference has a gain, other modes do not</source>
<translation>只有差异模式有增益</translation></message>
<message><source>Difference times {gain}</source>
<translation>差异 × {gain}</translation></message>
<message><source>Different sizes or frame rates are pointed out before anything is copied</source>
<translation>尺寸或帧率不同时，会在复制之前指出</translation></message>
<message><source>Differs in size or rate</source>
<translation>尺寸或帧率不同</translation></message>
<message><source>Dismiss</source>
<translation>关闭</translation></message>
<message><source>Dismiss this message</source>
<translation>关闭此消息</translation></message>
<message><source>Dismiss {job}</source>
<translation>移除 {job}</translation></message>
<message><source>Dissolve</source>
<translation>叠化</translation></message>
<message><source>Done</source>
<translation>完成</translation></message>
<message><source>Done again</source>
<translation>已重做</translation></message>
<message><source>Done, to segment {stop_index}</source>
<translation>已完成，到片段 {stop_index}</translation></message>
<message><source>Double-click to inspect and smooth it.</source>
<translation>双击可查看并平滑。</translation></message>
<message><source>Doubles contours</source>
<translation>产生重影</translation></message>
<message><source>Down</source>
<translation>下移</translation></message>
<message><source>Downloading</source>
<translation>正在下载</translation></message>
<message><source>Downloading the last frame</source>
<translation>正在下载最后一帧</translation></message>
<message><source>Drag to wipe</source>
<translation>拖动以划像</translation></message>
<message><source>Draw on this frame</source>
<translation>在此帧上绘图</translation></message>
<message><source>Drawing</source>
<translation>绘图</translation></message>
<message><source>Drawing on the frame</source>
<translation>帧上的绘图</translation></message>
<message><source>Drawing the demo scene</source>
<translation>正在绘制演示场景</translation></message>
<message><source>Drawings on frames</source>
<translation>帧上的绘图</translation></message>
<message><source>Drift</source>
<translation>漂移</translation></message>
<message><source>Drift meter: not measured yet</source>
<translation>漂移计：尚未测量</translation></message>
<message><source>Drift meter: {told}</source>
<translation>漂移计：{told}</translation></message>
<message><source>Drop clips, a long video or a project folder here</source>
<translation>将素材、长视频或项目文件夹拖到这里</translation></message>
<message><source>Drop the repeated frame</source>
<translation>略去重复帧</translation></message>
<message><source>Each can be undone.</source>
<translation>每一个都可以撤销。</translation></message>
<message><source>Each clip brings its own. Drop a file here for clips without one.</source>
<translation>每个素材自带工作流。将文件拖到这里，供没有的素材使用。</translation></message>
<message><source>Each from the new last frame before it.</source>
<translation>每个都从它之前新的最后一帧开始。</translation></message>
<message><source>Each take becomes a version to compare</source>
<translation>每个备选都成为可比较的版本</translation></message>
<message><source>Each tile is a segment, with its first and last frame. A dashed edge says stale: the frame it was made from has been replaced. Work starts at the hatched one.</source>
<translation>每个方块是一个片段，显示其首帧和末帧。虚线边框表示过期：它所依据的帧已被替换。从带斜线的片段开始处理。</translation></message>
<message><source>Earlier</source>
<translation>提前</translation></message>
<message><source>Earlier frame</source>
<translation>更早的帧</translation></message>
<message><source>Edit</source>
<translation>编辑</translation></message>
<message><source>Edit list, CMX 3600 (.edl)</source>
<translation>剪辑表，CMX 3600 (.edl)</translation></message>
<message><source>Edit note</source>
<translation>编辑备注</translation></message>
<message><source>Edit the note at</source>
<translation>编辑备注于</translation></message>
<message><source>Edit, resolve or remove</source>
<translation>编辑、标为已解决或移除</translation></message>
<message><source>Editing a note</source>
<translation>正在编辑备注</translation></message>
<message><source>Empty</source>
<translation>空</translation></message>
<message><source>End</source>
<translation>结束</translation></message>
<message><source>End frame</source>
<translation>结束帧</translation></message>
<message><source>End it; what was made stays</source>
<translation>结束；已制作的内容会保留</translation></message>
<message><source>End of the scene</source>
<translation>场景结尾</translation></message>
<message><source>End {name}</source>
<translation>结束 {name}</translation></message>
<message><source>Ended by hand at {at}</source>
<translation>在 {at} 手动结束</translation></message>
<message><source>Ending</source>
<translation>正在结束</translation></message>
<message><source>Ending all work</source>
<translation>正在结束所有工作</translation></message>
<message><source>Ending playback</source>
<translation>正在结束播放</translation></message>
<message><source>Ending the HTTP API</source>
<translation>正在结束 HTTP API</translation></message>
<message><source>Enlarge</source>
<translation>放大</translation></message>
<message><source>Enter keeps it, Esc cancels</source>
<translation>回车保存，Esc 取消</translation></message>
<message><source>Esc</source>
<translation>Esc</translation></message>
<message><source>Estimate from the last {count} run on {server}.</source>
<translation>根据 {server} 上最近 {count} 次运行估算。</translation></message>
<message><source>Estimate from the last {count} runs on {server}.</source>
<translation>根据 {server} 上最近 {count} 次运行估算。</translation></message>
<message><source>Estimating</source>
<translation>正在估算</translation></message>
<message><source>Estimating the export</source>
<translation>正在估算导出</translation></message>
<message><source>Estimating…</source>
<translation>正在估算…</translation></message>
<message><source>Every result is kept as a version either way.</source>
<translation>无论如何，每个结果都会保留为版本。</translation></message>
<message><source>Every version is kept. {versions} and {last} stay available for A/B.</source>
<translation>所有版本都会保留。{versions} 和 {last} 仍可用于 A/B 比较。</translation></message>
<message><source>Every version is kept. {version} stays available for A/B.</source>
<translation>所有版本都会保留。{version} 仍可用于 A/B 比较。</translation></message>
<message><source>Everything</source>
<translation>全部</translation></message>
<message><source>Expected</source>
<translation>应为</translation></message>
<message><source>Export</source>
<translation>导出</translation></message>
<message><source>Export it again</source>
<translation>请重新导出</translation></message>
<message><source>Export it again as .otio</source>
<translation>请重新导出为 .otio</translation></message>
<message><source>Export it in ComfyUI with "Save (API format)" and choose that file</source>
<translation>请在 ComfyUI 中用“Save (API format)”导出并选择该文件</translation></message>
<message><source>Export the scene</source>
<translation>导出场景</translation></message>
<message><source>Exporting the scene</source>
<translation>正在导出场景</translation></message>
<message><source>Export…</source>
<translation>导出…</translation></message>
<message><source>Extend the scene</source>
<translation>延长场景</translation></message>
<message><source>Extend the scene…</source>
<translation>延长场景…</translation></message>
<message><source>Extending the scene</source>
<translation>正在延长场景</translation></message>
<message><source>FCM: NON-DROP FRAME</source>
<translation>FCM: NON-DROP FRAME</translation></message>
<message><source>FFV1, lossless: every frame encoded</source>
<translation>FFV1，无损：每帧重新编码</translation></message>
<message><source>FFmpeg says: {reason}</source>
<translation>FFmpeg 报告：{reason}</translation></message>
<message><source>Facts to copy</source>
<translation>可复制的信息</translation></message>
<message><source>Failed</source>
<translation>失败</translation></message>
<message><source>Failed checks</source>
<translation>检查未通过时</translation></message>
<message><source>Failed {when}</source>
<translation>失败于 {when}</translation></message>
<message><source>Fails from</source>
<translation>不合格从</translation></message>
<message><source>Fetched again from the server that made it</source>
<translation>已从生成它的服务器重新取回</translation></message>
<message><source>Fewer frames</source>
<translation>更少的帧</translation></message>
<message><source>File</source>
<translation>文件</translation></message>
<message><source>File is damaged</source>
<translation>文件已损坏</translation></message>
<message><source>File is missing</source>
<translation>文件缺失</translation></message>
<message><source>File name</source>
<translation>文件名</translation></message>
<message><source>File removed {when}</source>
<translation>文件移除于 {when}</translation></message>
<message><source>File to write</source>
<translation>要写入的文件</translation></message>
<message><source>Files</source>
<translation>文件</translation></message>
<message><source>Files of the clips</source>
<translation>素材文件</translation></message>
<message><source>Files of the program are missing</source>
<translation>程序文件缺失</translation></message>
<message><source>Film: what nothing touched is copied</source>
<translation>影片：未改动的部分直接复制</translation></message>
<message><source>Filter by node, field or value</source>
<translation>按节点、字段或值筛选</translation></message>
<message><source>Filter the fields</source>
<translation>筛选字段</translation></message>
<message><source>Find cuts</source>
<translation>查找切点</translation></message>
<message><source>Fine content differs</source>
<translation>细节不同</translation></message>
<message><source>Fine detail {sharpness} % on the right side</source>
<translation>右侧细节 {sharpness} %</translation></message>
<message><source>First and last frame</source>
<translation>首尾帧</translation></message>
<message><source>First frame</source>
<translation>第一帧</translation></message>
<message><source>First frame after the cut</source>
<translation>切点后的第一帧</translation></message>
<message><source>First frame after the cut: {frame}</source>
<translation>切点后的第一帧：{frame}</translation></message>
<message><source>First frame is like the seed frame</source>
<translation>第一帧与种子帧一致</translation></message>
<message><source>First frame of the next segment</source>
<translation>下一片段的第一帧</translation></message>
<message><source>First frames (82, 163) or timecodes (00:00:05:01)</source>
<translation>首帧编号 (82, 163) 或时间码 (00:00:05:01)</translation></message>
<message><source>First seed</source>
<translation>第一个种子</translation></message>
<message><source>Fit</source>
<translation>适合</translation></message>
<message><source>Fit picture</source>
<translation>适合画面</translation></message>
<message><source>Fit timeline</source>
<translation>适合时间线</translation></message>
<message><source>Fix</source>
<translation>修复</translation></message>
<message><source>Fix one segment. Keep the rest.</source>
<translation>只修一个片段，其余保留。</translation></message>
<message><source>Flatter</source>
<translation>对比度更低</translation></message>
<message><source>Flicker</source>
<translation>闪烁</translation></message>
<message><source>Flip A and B</source>
<translation>轮换 A 与 B</translation></message>
<message><source>Flow morph</source>
<translation>光流变形</translation></message>
<message><source>Folder</source>
<translation>文件夹</translation></message>
<message><source>Folder of the project</source>
<translation>项目文件夹</translation></message>
<message><source>Follows {a}</source>
<translation>跟随 {a}</translation></message>
<message><source>For clips without one</source>
<translation>用于没有工作流的素材</translation></message>
<message><source>For editors and readers, beside the film</source>
<translation>供剪辑软件和阅读使用，与影片放在一起</translation></message>
<message><source>For one type of boundary put {a} and a dot before it</source>
<translation>针对某一类边界，请在前面加上 {a} 和一个点</translation></message>
<message><source>Form</source>
<translation>形式</translation></message>
<message><source>Format</source>
<translation>格式</translation></message>
<message><source>Found</source>
<translation>实为</translation></message>
<message><source>Found by its content as {name}: moved back</source>
<translation>按内容识别为 {name}：已移回</translation></message>
<message><source>Found by measuring</source>
<translation>通过测量得出</translation></message>
<message><source>Frame</source>
<translation>帧</translation></message>
<message><source>Frame 1 of v{number} stays; frame 2 is the seed frame.</source>
<translation>v{number} 的第 1 帧保留；第 2 帧为种子帧。</translation></message>
<message><source>Frame cache {share} %</source>
<translation>帧缓存 {share} %</translation></message>
<message><source>Frame rate</source>
<translation>帧率</translation></message>
<message><source>Frame strip</source>
<translation>帧条</translation></message>
<message><source>Frame {a}</source>
<translation>第 {a} 帧</translation></message>
<message><source>Frame {a} is shown at {b} s, not at its time.</source>
<translation>第 {a} 帧显示在 {b} 秒，而非其应有时间。</translation></message>
<message><source>Frame {a} is {width}×{height}, the ones before are {width_2}×{height_2}</source>
<translation>第 {a} 帧是 {width}×{height}，之前的是 {width_2}×{height_2}</translation></message>
<message><source>Frame {a} of the segment itself, and {seed_frame}</source>
<translation>片段自身的第 {a} 帧，以及 {seed_frame}</translation></message>
<message><source>Frame {a} of {frame_count}</source>
<translation>第 {a} 帧，共 {frame_count} 帧</translation></message>
<message><source>Frame {a} of {name} cannot be decoded</source>
<translation>{name} 的第 {a} 帧无法解码</translation></message>
<message><source>Frame {a}{b}</source>
<translation>第 {a} 帧{b}</translation></message>
<message><source>Frame {frame} of segment {number} v{version} itself, since those before it are kept</source>
<translation>片段 {number} v{version} 自身的第 {frame} 帧，因为之前的帧保留</translation></message>
<message><source>Frame {frame} was encoded to {psnr_db} dB only.</source>
<translation>第 {frame} 帧仅以 {psnr_db} dB 编码。</translation></message>
<message><source>Frame {number}</source>
<translation>第 {number} 帧</translation></message>
<message><source>Frame {number} missing</source>
<translation>缺少第 {number} 帧</translation></message>
<message><source>Frame {number} of {count}</source>
<translation>第 {number} 帧，共 {count} 帧</translation></message>
<message><source>Frames</source>
<translation>帧数</translation></message>
<message><source>Frames 1–{frame} of v{number} stay; frame {seed} is the seed frame.</source>
<translation>v{number} 的第 1–{frame} 帧保留；第 {seed} 帧为种子帧。</translation></message>
<message><source>Frames a second of numbered pictures</source>
<translation>编号图片的每秒帧数</translation></message>
<message><source>Frames at the end of each clip that the next one repeats, and which are left out</source>
<translation>每个素材末尾被下一个重复的帧，将被略去</translation></message>
<message><source>Frames not counted yet, {size}</source>
<translation>尚未统计帧数，{size}</translation></message>
<message><source>Frames that clips overlap by</source>
<translation>素材重叠的帧数</translation></message>
<message><source>Frames that repeat the one before</source>
<translation>重复前一帧的帧</translation></message>
<message><source>Frames that were decoded stay in memory up to this limit. More of it makes going back and reverse playing smoother.</source>
<translation>已解码的帧在此限度内保留在内存中。限度越大，后退和倒放越流畅。</translation></message>
<message><source>Frames {a} to {stop} around {place}</source>
<translation>{place} 附近的帧 {a} 到 {stop}</translation></message>
<message><source>Frames {a} → {b}</source>
<translation>帧 {a} → {b}</translation></message>
<message><source>Frames {a} → {b}{told}</source>
<translation>帧 {a} → {b}{told}</translation></message>
<message><source>Frames {first}–{last}</source>
<translation>帧 {first}–{last}</translation></message>
<message><source>Frames {number}–{stop} · {seconds} s</source>
<translation>帧 {number}–{stop} · {seconds} 秒</translation></message>
<message><source>Frames, rate and size are as expected.</source>
<translation>帧数、帧率和尺寸符合预期。</translation></message>
<message><source>Free some space</source>
<translation>请腾出空间</translation></message>
<message><source>Free some space and try again</source>
<translation>请腾出空间后重试</translation></message>
<message><source>From a clip or picture…</source>
<translation>从素材或图片…</translation></message>
<message><source>From a file…</source>
<translation>从文件…</translation></message>
<message><source>From a list…</source>
<translation>从列表…</translation></message>
<message><source>From a server's history…</source>
<translation>从服务器历史…</translation></message>
<message><source>From frame</source>
<translation>从帧</translation></message>
<message><source>From {name}</source>
<translation>来自 {name}</translation></message>
<message><source>Full screen</source>
<translation>全屏</translation></message>
<message><source>Fusion</source>
<translation>Fusion</translation></message>
<message><source>GPU time</source>
<translation>GPU 时间</translation></message>
<message><source>GPU time saved</source>
<translation>节省的 GPU 时间</translation></message>
<message><source>GPU time used</source>
<translation>已用 GPU 时间</translation></message>
<message><source>GPU time vs whole scene</source>
<translation>GPU 时间与整个场景相比</translation></message>
<message><source>GPU time: {used}</source>
<translation>GPU 时间：{used}</translation></message>
<message><source>Gathering diagnostics</source>
<translation>正在收集诊断信息</translation></message>
<message><source>General</source>
<translation>常规</translation></message>
<message><source>Generate the segment</source>
<translation>请生成该片段</translation></message>
<message><source>Generate {count} segment</source>
<translation>生成 {count} 个片段</translation></message>
<message><source>Generate {count} segments</source>
<translation>生成 {count} 个片段</translation></message>
<message><source>Generate {segments}</source>
<translation>生成{segments}</translation></message>
<message><source>Generation of segment {first}</source>
<translation>生成片段 {first}</translation></message>
<message><source>Generation of segments {first}–{last}</source>
<translation>生成片段 {first}–{last}</translation></message>
<message><source>Give a PEM file, which begins with -----BEGIN CERTIFICATE-----</source>
<translation>请给出以 -----BEGIN CERTIFICATE----- 开头的 PEM 文件</translation></message>
<message><source>Give a plain name, as "film.mp4"</source>
<translation>请给出简单的名称，如“film.mp4”</translation></message>
<message><source>Give a seed, or open the lock</source>
<translation>请给出种子，或打开锁</translation></message>
<message><source>Give a whole number of MiB from {least_cache_mb} to {most_cache_mb}. It is not kept.</source>
<translation>请给出 {least_cache_mb} 到 {most_cache_mb} 之间的整数 MiB。未保存。</translation></message>
<message><source>Give an address first</source>
<translation>请先填写地址</translation></message>
<message><source>Give each of them a value of its own</source>
<translation>为每个设定自己的值</translation></message>
<message><source>Give frames (82,163), timecodes (00:00:05:01) or a file</source>
<translation>请给出帧号 (82,163)、时间码 (00:00:05:01) 或文件</translation></message>
<message><source>Give frames or timecodes, as in 82,163</source>
<translation>请给出帧号或时间码，例如 82,163</translation></message>
<message><source>Give it one</source>
<translation>请为它命名</translation></message>
<message><source>Give one for each</source>
<translation>请各给一个</translation></message>
<message><source>Give other numbers</source>
<translation>请给出其他数值</translation></message>
<message><source>Give the certificate of the server or of its authority as a file under Settings ▸ Servers, or with: restitch servers add URL --ca FILE</source>
<translation>请以文件形式给出服务器或其颁发机构的证书：“设置 ▸ 服务器”，或用：restitch servers add URL --ca FILE</translation></message>
<message><source>Give the cut points yourself</source>
<translation>请自行给出切点</translation></message>
<message><source>Give the first frames of its segments</source>
<translation>请给出各片段的第一帧</translation></message>
<message><source>Give the key again for this run, or set {variable_of}</source>
<translation>请为本次运行重新给出密钥，或设置 {variable_of}</translation></message>
<message><source>Give the scene a name</source>
<translation>请给场景命名</translation></message>
<message><source>Give the whole path</source>
<translation>请给出完整路径</translation></message>
<message><source>Giving memory back</source>
<translation>正在归还内存</translation></message>
<message><source>Go back to the backup</source>
<translation>恢复备份</translation></message>
<message><source>Go on</source>
<translation>继续</translation></message>
<message><source>Go on all the same</source>
<translation>仍然继续</translation></message>
<message><source>Go to</source>
<translation>转到</translation></message>
<message><source>Go to a frame or timecode</source>
<translation>转到帧或时间码</translation></message>
<message><source>Go to frame or timecode</source>
<translation>转到帧或时间码</translation></message>
<message><source>Go to frame or timecode…</source>
<translation>转到帧或时间码…</translation></message>
<message><source>Go to frame {number} of the segment</source>
<translation>转到片段的第 {number} 帧</translation></message>
<message><source>Go to in point</source>
<translation>转到入点</translation></message>
<message><source>Go to out point</source>
<translation>转到出点</translation></message>
<message><source>Go to the next of {a}</source>
<translation>转到 {a} 的下一个</translation></message>
<message><source>Go to the next of {count} in the timeline: {a}</source>
<translation>转到时间线中 {count} 个的下一个：{a}</translation></message>
<message><source>Go to this frame. {history}</source>
<translation>转到这一帧。{history}</translation></message>
<message><source>Going back to the backup</source>
<translation>恢复备份</translation></message>
<message><source>Greener</source>
<translation>偏绿</translation></message>
<message><source>Green–red</source>
<translation>绿–红</translation></message>
<message><source>Guide</source>
<translation>指南</translation></message>
<message><source>HTTP API</source>
<translation>HTTP API</translation></message>
<message><source>Half-written: removed</source>
<translation>只写了一半：已移除</translation></message>
<message><source>Hand over decisions</source>
<translation>交接决定</translation></message>
<message><source>Hand over decisions…</source>
<translation>交接决定…</translation></message>
<message><source>Handing over decisions</source>
<translation>正在交接决定</translation></message>
<message><source>Hard-link them: no space, the same file</source>
<translation>硬链接：不占空间，同一文件</translation></message>
<message><source>Hardly moves below</source>
<translation>低于此值几乎不动</translation></message>
<message><source>Heard at 1× and forwards, where clips have sound.</source>
<translation>在 1× 正向播放且素材有声音时可听到。</translation></message>
<message><source>Height</source>
<translation>高度</translation></message>
<message><source>Height of the scene in pixels</source>
<translation>场景高度（像素）</translation></message>
<message><source>Help</source>
<translation>帮助</translation></message>
<message><source>High contrast</source>
<translation>高对比度</translation></message>
<message><source>High contrast takes the system's colours where they are made for it. Verdicts keep their shapes in every theme.</source>
<translation>高对比度会采用系统为此提供的颜色。判定标记在所有主题中形状不变。</translation></message>
<message><source>Histogram</source>
<translation>直方图</translation></message>
<message><source>Histogram and waveform</source>
<translation>直方图与波形</translation></message>
<message><source>How boundaries are judged</source>
<translation>边界如何判定</translation></message>
<message><source>How far the loop reaches</source>
<translation>循环范围</translation></message>
<message><source>How many frames a loop plays on each side of a boundary.</source>
<translation>循环在边界两侧各播放多少帧。</translation></message>
<message><source>How many frames are made anew on each side of the boundary</source>
<translation>边界每侧重新生成多少帧</translation></message>
<message><source>How much of the memory for decoded frames is in use</source>
<translation>已解码帧所占内存的比例</translation></message>
<message><source>I see a visible jump</source>
<translation>我看到可见跳变</translation></message>
<message><source>I see it as borderline</source>
<translation>我认为是临界的</translation></message>
<message><source>I see it as smooth</source>
<translation>我认为是平滑的</translation></message>
<message><source>If they are meant to be, set RESTITCH_MOST_MEGAPIXELS higher and start again.</source>
<translation>若本应如此，请提高 RESTITCH_MOST_MEGAPIXELS 并重新启动。</translation></message>
<message><source>Image to video</source>
<translation>图生视频</translation></message>
<message><source>Import clips first</source>
<translation>请先导入素材</translation></message>
<message><source>Import it again</source>
<translation>请重新导入</translation></message>
<message><source>Importing {name} ({number} of {a})</source>
<translation>正在导入 {name}（{number} / {a}）</translation></message>
<message><source>In this timecode {noun} go from 00 to {a}.</source>
<translation>此时间码中{noun}的范围是 00 到 {a}。</translation></message>
<message><source>In which order</source>
<translation>按何种顺序</translation></message>
<message><source>In-between frames</source>
<translation>中间帧</translation></message>
<message><source>Inputs…</source>
<translation>输入…</translation></message>
<message><source>Insert</source>
<translation>插入</translation></message>
<message><source>Insert another clip first</source>
<translation>请先插入其他素材</translation></message>
<message><source>Insert clips</source>
<translation>插入素材</translation></message>
<message><source>Insert clips at {}</source>
<translation>在 {} 插入素材</translation></message>
<message><source>Insert clips before segment {number}</source>
<translation>在片段 {number} 之前插入素材</translation></message>
<message><source>Insert clips before…</source>
<translation>在前面插入素材…</translation></message>
<message><source>Inserting clips</source>
<translation>正在插入素材</translation></message>
<message><source>Inspect</source>
<translation>检查</translation></message>
<message><source>Inspect and smooth boundary</source>
<translation>检查并平滑边界</translation></message>
<message><source>Inspect boundary</source>
<translation>查看边界</translation></message>
<message><source>Inspect boundary {boundary}</source>
<translation>查看边界 {boundary}</translation></message>
<message><source>Install it on the server, choose another server, or change the workflow</source>
<translation>请在服务器上安装它、选择其他服务器或更改工作流</translation></message>
<message><source>Install what is missing on the server, use a server that has it, or export the workflow in ComfyUI with "Save (API format)"</source>
<translation>请在服务器上安装缺少的部分、使用具备它们的服务器，或在 ComfyUI 中用“Save (API format)”导出工作流</translation></message>
<message><source>Install what is missing, add another server or change the workflow; a server that is chosen by name is tried all the same</source>
<translation>请安装缺少的部分、添加其他服务器或更改工作流；指名选择的服务器仍会尝试</translation></message>
<message><source>It can run this as it is</source>
<translation>它可以原样运行</translation></message>
<message><source>It cannot be used now.</source>
<translation>现在无法使用。</translation></message>
<message><source>It could not be saved: {reason}</source>
<translation>无法保存：{reason}</translation></message>
<message><source>It ends earlier where a new last frame is the same picture as the old one. All versions that play now are kept.</source>
<translation>若新的最后一帧与旧的相同，则提前结束。当前播放的所有版本都保留。</translation></message>
<message><source>It ends where segment {after} begins</source>
<translation>它止于片段 {after} 开始之处</translation></message>
<message><source>It follows from the window</source>
<translation>由窗口决定</translation></message>
<message><source>It had come to {a}</source>
<translation>已进行到 {a}</translation></message>
<message><source>It has not been checked yet</source>
<translation>尚未检查</translation></message>
<message><source>It has not been measured yet.</source>
<translation>尚未测量。</translation></message>
<message><source>It has one frame only: there is nothing to keep.</source>
<translation>它只有一帧：没有可保留的内容。</translation></message>
<message><source>It has the scene's size and rate, or no frame of it can be read</source>
<translation>它已符合场景的尺寸和帧率，或没有可读的帧</translation></message>
<message><source>It has {a}</source>
<translation>它有 {a}</translation></message>
<message><source>It has {a} characters</source>
<translation>它有 {a} 个字符</translation></message>
<message><source>It has {a} pieces, a list at most {most_events}</source>
<translation>它有 {a} 段，列表最多 {most_events} 段</translation></message>
<message><source>It has {a}, and any input as NODE.input</source>
<translation>它有 {a}，以及形如 NODE.input 的任意输入</translation></message>
<message><source>It has {count} frames; the segment in the scene goes on.</source>
<translation>它有 {count} 帧；场景中的片段更长。</translation></message>
<message><source>It has {frame_count} frames</source>
<translation>它有 {frame_count} 帧</translation></message>
<message><source>It has {known}</source>
<translation>它有 {known}</translation></message>
<message><source>It has {total}</source>
<translation>它有 {total} 帧</translation></message>
<message><source>It has {total} frames</source>
<translation>它有 {total} 帧</translation></message>
<message><source>It has {total} frames, and keeps those before</source>
<translation>它有 {total} 帧，并保留之前的帧</translation></message>
<message><source>It holds spaces, line ends or signs that no header can carry</source>
<translation>其中含有空格、换行或请求头无法携带的字符</translation></message>
<message><source>It is a cut</source>
<translation>这是切点</translation></message>
<message><source>It is a cut, which is not judged</source>
<translation>这是切点，不作判定</translation></message>
<message><source>It is accepted as is already</source>
<translation>已按原样接受</translation></message>
<message><source>It is applied already</source>
<translation>已经应用</translation></message>
<message><source>It is approved already</source>
<translation>已经批准</translation></message>
<message><source>It is converted to</source>
<translation>将转换为</translation></message>
<message><source>It is declared a cut, and cuts are never smoothed.</source>
<translation>它已声明为切点，切点从不平滑。</translation></message>
<message><source>It is empty, or holds blanks or signs that are not ASCII</source>
<translation>它为空，或含有空格或非 ASCII 字符</translation></message>
<message><source>It is kept as a failed candidate with the reason</source>
<translation>它作为失败的候选连同原因保留</translation></message>
<message><source>It is neither accepted nor a cut</source>
<translation>既未接受，也不是切点</translation></message>
<message><source>It is not clear which input is the end frame of this workflow</source>
<translation>不清楚此工作流的哪个输入是结束帧</translation></message>
<message><source>It is not judged</source>
<translation>尚未判定</translation></message>
<message><source>It is not kept.</source>
<translation>未保存。</translation></message>
<message><source>It is not there</source>
<translation>它不在那里</translation></message>
<message><source>It is still called "{name}"</source>
<translation>它仍叫“{name}”</translation></message>
<message><source>It is the workflow of {a}</source>
<translation>它是 {a} 的工作流</translation></message>
<message><source>It is {state}</source>
<translation>其状态为 {state}</translation></message>
<message><source>It is {value}</source>
<translation>现在是 {value}</translation></message>
<message><source>It is {width}×{height} at {a} fps, {told} {width_2}×{height_2} at {b} fps. Convert it and import it again.</source>
<translation>它是 {width}×{height}、{a} fps，{told} {width_2}×{height_2}、{b} fps。请转换后重新导入。</translation></message>
<message><source>It knows its segments by their places</source>
<translation>它按位置识别片段</translation></message>
<message><source>It made v{number} of segment {segment}, whose file is no longer there: {file}</source>
<translation>它生成了片段 {segment} 的 v{number}，其文件已不存在：{file}</translation></message>
<message><source>It made v{number} of segment {segment}, whose file was purged</source>
<translation>它生成了片段 {segment} 的 v{number}，其文件已被移除</translation></message>
<message><source>It may have been moved or deleted; put it back, or choose another file.</source>
<translation>它可能被移动或删除；请放回，或选择其他文件。</translation></message>
<message><source>It moves no more than the frames around it: leave it as it is.</source>
<translation>运动不比周围的帧更多：保持现状。</translation></message>
<message><source>It runs as smoothly as the frames around it.</source>
<translation>与周围的帧一样平滑。</translation></message>
<message><source>It sends up to {prompts}, about {duration_told} by earlier renders.</source>
<translation>最多发送 {prompts}，按以往渲染约需 {duration_told}。</translation></message>
<message><source>It sends up to {prompts}; how long that takes is not known yet.</source>
<translation>最多发送 {prompts}；所需时间尚不清楚。</translation></message>
<message><source>It shows another picture than was recorded</source>
<translation>它显示的画面与记录不同</translation></message>
<message><source>It starts at the seed frame ({figures}).</source>
<translation>它从种子帧开始（{figures}）。</translation></message>
<message><source>It starts with the next project that you open.</source>
<translation>打开下一个项目时启动。</translation></message>
<message><source>It still matches the segment before it. Start with {number}.</source>
<translation>它仍与前一片段相配。请从 {number} 开始。</translation></message>
<message><source>It was converted to {told}</source>
<translation>已转换为 {told}</translation></message>
<message><source>It was copied, not hard-linked: {reason}</source>
<translation>已复制而非硬链接：{reason}</translation></message>
<message><source>It was imported, or made here of what a server rendered: there is nowhere to copy it from</source>
<translation>它是导入的，或由服务器的渲染结果在本地生成：没有可供复制的来源</translation></message>
<message><source>It was left where it lay when it was imported, and is no longer there</source>
<translation>它导入时留在原处，现已不在</translation></message>
<message><source>It was not fetched. Look at the server before using it again</source>
<translation>没有取回。再次使用前请检查该服务器</translation></message>
<message><source>It was probably restarted. Submit the job again</source>
<translation>它可能重启过。请重新提交任务</translation></message>
<message><source>It was treated or decided about meanwhile</source>
<translation>其间已被处理或决定</translation></message>
<message><source>It {harm}</source>
<translation>它{harm}</translation></message>
<message><source>It {harm}.</source>
<translation>它{harm}。</translation></message>
<message><source>Its API key is deleted, too.</source>
<translation>它的 API 密钥也会删除。</translation></message>
<message><source>Its clip carries none, and the scene has none</source>
<translation>其素材不带工作流，场景也没有</translation></message>
<message><source>Its content is not what was recorded</source>
<translation>其内容与记录不符</translation></message>
<message><source>Its file was purged</source>
<translation>其文件已移除</translation></message>
<message><source>Its frames are shown for unequal times</source>
<translation>其各帧显示时间不等</translation></message>
<message><source>Its indexes were made anew from its rows</source>
<translation>其索引已由数据行重建</translation></message>
<message><source>Its last renders</source>
<translation>它最近的渲染</translation></message>
<message><source>Its limits are {a}</source>
<translation>其限值为 {a}</translation></message>
<message><source>Its own frame</source>
<translation>它自己的帧</translation></message>
<message><source>Its size is settled by the workflow when the scene begins.</source>
<translation>场景开始时由工作流决定尺寸。</translation></message>
<message><source>Its takes were cancelled; nothing after it was begun</source>
<translation>其备选已取消；其后没有开始</translation></message>
<message><source>Its takes were made from the frame that was there before</source>
<translation>其备选由先前那里的帧生成</translation></message>
<message><source>Its version is {version}; this Restitch reads {version_2}</source>
<translation>其版本为 {version}；此 Restitch 读取 {version_2}</translation></message>
<message><source>Its version was purged</source>
<translation>其版本已清除</translation></message>
<message><source>Its version was purged: removed</source>
<translation>其版本已清除：已移除</translation></message>
<message><source>JSON (*.json)</source>
<translation>JSON (*.json)</translation></message>
<message><source>Job {id} cannot be submitted again</source>
<translation>任务 {id} 无法重新提交</translation></message>
<message><source>Job {id} has made no bridge</source>
<translation>任务 {id} 没有生成桥接</translation></message>
<message><source>Job {id} made it for segment {a}; no version has it</source>
<translation>由任务 {id} 为片段 {a} 生成；没有版本使用它</translation></message>
<message><source>Job {id} made it: recorded as {name}</source>
<translation>由任务 {id} 生成：已记录为 {name}</translation></message>
<message><source>Job {id} would end in another place</source>
<translation>任务 {id} 会落到别的位置</translation></message>
<message><source>Job {job_id} cannot be submitted again</source>
<translation>任务 {job_id} 无法重新提交</translation></message>
<message><source>Job {job_id}, segment {a}; it was left as it is</source>
<translation>任务 {job_id}，片段 {a}；已保持原样</translation></message>
<message><source>Jobs</source>
<translation>任务</translation></message>
<message><source>Jobs that run there go on; their results stay there.</source>
<translation>在那里运行的任务会继续；结果留在那里。</translation></message>
<message><source>Jobs that were asked for earlier stay where they are. Each request can say otherwise.</source>
<translation>先前提交的任务保持不变。每次请求可以另行指定。</translation></message>
<message><source>Joining kept and new frames</source>
<translation>正在连接保留帧与新帧</translation></message>
<message><source>Judged by</source>
<translation>判定依据</translation></message>
<message><source>Jump within the segment</source>
<translation>片段内的跳变</translation></message>
<message><source>Just outside of what is natural on both sides of the boundary</source>
<translation>略微超出边界两侧的自然范围</translation></message>
<message><source>Keep every frame, and not the length</source>
<translation>保留每一帧，而不保留时长</translation></message>
<message><source>Keep it</source>
<translation>保留</translation></message>
<message><source>Keep its first frames</source>
<translation>保留它的前几帧</translation></message>
<message><source>Keep mine: {said}</source>
<translation>保留我的：{said}</translation></message>
<message><source>Keep open</source>
<translation>保持打开</translation></message>
<message><source>Keep this seed</source>
<translation>保留此种子</translation></message>
<message><source>Keeping a preset</source>
<translation>正在保存预设</translation></message>
<message><source>Keeping a server</source>
<translation>正在保存服务器</translation></message>
<message><source>Keeping the blind comparison</source>
<translation>正在保存盲测比较</translation></message>
<message><source>Keeping the frame</source>
<translation>正在保留帧</translation></message>
<message><source>Keeping the inputs</source>
<translation>正在保存输入</translation></message>
<message><source>Kept and new frames meet smoothly at frame {a}.</source>
<translation>保留帧与新帧在第 {a} 帧平滑衔接。</translation></message>
<message><source>Kept frames meet</source>
<translation>保留帧的衔接</translation></message>
<message><source>Kept in the system keyring</source>
<translation>保存在系统密钥环中</translation></message>
<message><source>Keys</source>
<translation>按键</translation></message>
<message><source>Known to this computer, not to the project. Jobs for “any server” go to the least busy one that can run them; only ticked servers get jobs.</source>
<translation>属于这台计算机，而不属于项目。发给“任意服务器”的任务会送到能运行且最空闲的那个；只有勾选的服务器会得到任务。</translation></message>
<message><source>Language</source>
<translation>语言</translation></message>
<message><source>Last</source>
<translation>最后</translation></message>
<message><source>Last frame</source>
<translation>最后一帧</translation></message>
<message><source>Last frame (Restitch)</source>
<translation>最后一帧 (Restitch)</translation></message>
<message><source>Last frame before the cut: {frame}</source>
<translation>切点前的最后一帧：{frame}</translation></message>
<message><source>Last frame of segment {a} v{number}</source>
<translation>片段 {a} v{number} 的最后一帧</translation></message>
<message><source>Last frame of segment {a} v{number}, with the {listed} of {numbers}</source>
<translation>片段 {a} v{number} 的最后一帧，采用 {numbers} 的{listed}</translation></message>
<message><source>Last frame of {name}</source>
<translation>{name} 的最后一帧</translation></message>
<message><source>Last frames before the segment</source>
<translation>片段之前的最后几帧</translation></message>
<message><source>Last warnings and errors:</source>
<translation>最近的警告和错误：</translation></message>
<message><source>Later</source>
<translation>推后</translation></message>
<message><source>Leave it as it is; its value stays visible</source>
<translation>保持现状；其数值仍会显示</translation></message>
<message><source>Leave one of them out</source>
<translation>请去掉其中一个</translation></message>
<message><source>Leave out line breaks</source>
<translation>请去掉换行</translation></message>
<message><source>Leave the end open</source>
<translation>请让末端保持开放</translation></message>
<message><source>Leave the seed out, or ask for one take</source>
<translation>请去掉种子，或只请求一个备选</translation></message>
<message><source>Leave them out, and give the server's API key under Settings ▸ Servers, or with: restitch servers add URL --key-stdin</source>
<translation>请去掉它们，并在“设置 ▸ 服务器”中给出服务器的 API 密钥，或用：restitch servers add URL --key-stdin</translation></message>
<message><source>Leave them where they are</source>
<translation>留在原处</translation></message>
<message><source>Left empty, a seed follows the one above.</source>
<translation>留空时沿用上面的种子。</translation></message>
<message><source>Left out</source>
<translation>略去</translation></message>
<message><source>Left out: {name}. {problem}</source>
<translation>未采用：{name}。{problem}</translation></message>
<message><source>Length</source>
<translation>长度</translation></message>
<message><source>Length: {what}</source>
<translation>长度：{what}</translation></message>
<message><source>Lenient</source>
<translation>宽松</translation></message>
<message><source>Let programs of this computer drive the open project</source>
<translation>允许这台计算机上的程序操控打开的项目</translation></message>
<message><source>Let {workflow_name} make pictures of the scene's size</source>
<translation>请让 {workflow_name} 生成与场景同尺寸的画面</translation></message>
<message><source>Light</source>
<translation>浅色</translation></message>
<message><source>Likely</source>
<translation>很可能</translation></message>
<message><source>Limits</source>
<translation>限值</translation></message>
<message><source>Limits of SSIM lie between 0 and 1</source>
<translation>SSIM 的限值介于 0 和 1 之间</translation></message>
<message><source>Links of this workflow run in a circle</source>
<translation>此工作流的连接成环</translation></message>
<message><source>List of cuts</source>
<translation>切点列表</translation></message>
<message><source>Listing open points</source>
<translation>正在列出待办事项</translation></message>
<message><source>Lists of cuts (*.edl *.otio)</source>
<translation>切点列表 (*.edl *.otio)</translation></message>
<message><source>Live preview, or current version</source>
<translation>实时预览或当前版本</translation></message>
<message><source>Loading…</source>
<translation>正在加载…</translation></message>
<message><source>Locate file…</source>
<translation>定位文件…</translation></message>
<message><source>Locate the file, or use another version</source>
<translation>请定位文件，或改用其他版本</translation></message>
<message><source>Locate the file, use another version, or regenerate</source>
<translation>请定位文件、改用其他版本或重新生成</translation></message>
<message><source>Locate {name}</source>
<translation>定位 {name}</translation></message>
<message><source>Locate…</source>
<translation>定位…</translation></message>
<message><source>Location</source>
<translation>位置</translation></message>
<message><source>Look at cuts…</source>
<translation>查看切点…</translation></message>
<message><source>Look at it again</source>
<translation>请再看一次</translation></message>
<message><source>Look at takes</source>
<translation>查看备选</translation></message>
<message><source>Look at the node and its inputs in ComfyUI, then retry</source>
<translation>请在 ComfyUI 中查看该节点及其输入，然后重试</translation></message>
<message><source>Look at the scene again</source>
<translation>请再看一次场景</translation></message>
<message><source>Look at them again</source>
<translation>请再看一次</translation></message>
<message><source>Look further down</source>
<translation>向下平移</translation></message>
<message><source>Look further left</source>
<translation>向左平移</translation></message>
<message><source>Look further right</source>
<translation>向右平移</translation></message>
<message><source>Look further up</source>
<translation>向上平移</translation></message>
<message><source>Looking at {name}</source>
<translation>正在查看 {name}</translation></message>
<message><source>Looking for a bridge</source>
<translation>正在查找桥接</translation></message>
<message><source>Looking for a token</source>
<translation>正在查找令牌</translation></message>
<message><source>Looking for a way</source>
<translation>正在寻找办法</translation></message>
<message><source>Looking for clips</source>
<translation>正在查找素材</translation></message>
<message><source>Looking for cuts</source>
<translation>正在查找切点</translation></message>
<message><source>Looking for cuts in {name}</source>
<translation>正在 {name} 中寻找切点</translation></message>
<message><source>Looking for {folder}</source>
<translation>正在查找 {folder}</translation></message>
<message><source>Looking for {path}</source>
<translation>正在查找 {path}</translation></message>
<message><source>Loop</source>
<translation>循环</translation></message>
<message><source>Loop boundary</source>
<translation>循环播放边界</translation></message>
<message><source>Loop boundary {word}</source>
<translation>循环边界 {word}</translation></message>
<message><source>Loop in to out</source>
<translation>循环播放入点到出点</translation></message>
<message><source>Loops reach</source>
<translation>循环范围</translation></message>
<message><source>Louder</source>
<translation>增大音量</translation></message>
<message><source>MP4 (*.mp4);;QuickTime (*.mov);;Matroska (*.mkv)</source>
<translation>MP4 (*.mp4);;QuickTime (*.mov);;Matroska (*.mkv)</translation></message>
<message><source>Made again from frame {a} of {name}</source>
<translation>已由 {name} 的第 {a} 帧重新制作</translation></message>
<message><source>Made from a picture that was chosen for it</source>
<translation>由为它选定的图像生成</translation></message>
<message><source>Make a new project from the clips in media/clips</source>
<translation>请用 media/clips 中的素材新建项目</translation></message>
<message><source>Make a new token</source>
<translation>生成新令牌</translation></message>
<message><source>Make a token</source>
<translation>生成令牌</translation></message>
<message><source>Make a version with the scene's size and rate; this one stays as it is</source>
<translation>制作符合场景尺寸和帧率的版本；此版本保持不变</translation></message>
<message><source>Make another version</source>
<translation>再做一个版本</translation></message>
<message><source>Make another version current first</source>
<translation>请先将其他版本设为当前</translation></message>
<message><source>Make frames</source>
<translation>生成帧</translation></message>
<message><source>Make others</source>
<translation>重新生成一组</translation></message>
<message><source>Make room or allow writing to the project's folder</source>
<translation>请腾出空间，或允许写入项目文件夹</translation></message>
<message><source>Make room or give Restitch access to the folder, then retry</source>
<translation>请腾出空间，或给予 Restitch 文件夹权限，然后重试</translation></message>
<message><source>Make scene</source>
<translation>建立场景</translation></message>
<message><source>Make smaller</source>
<translation>缩小</translation></message>
<message><source>Make the bridge again</source>
<translation>请重新生成桥接</translation></message>
<message><source>Make the scene with a workflow whose last node saves a video, such as Save Video</source>
<translation>请用最后一个节点保存视频（如 Save Video）的工作流制作场景</translation></message>
<message><source>Makes {new_frames} frames anew with {workflow_name}.</source>
<translation>用 {workflow_name} 重新生成 {new_frames} 帧。</translation></message>
<message><source>Making a lossless copy</source>
<translation>正在制作无损副本</translation></message>
<message><source>Making a token</source>
<translation>正在创建令牌</translation></message>
<message><source>Making new frames for {name}</source>
<translation>正在为 {name} 生成新帧</translation></message>
<message><source>Making the scene</source>
<translation>正在建立场景</translation></message>
<message><source>Marking {name}</source>
<translation>正在标记 {name}</translation></message>
<message><source>Match next segment's first frame</source>
<translation>与下一片段的第一帧对齐</translation></message>
<message><source>Meant to be a cut: it is never scored and never smoothed.</source>
<translation>本来就是切点：从不评分，从不平滑。</translation></message>
<message><source>Measured at</source>
<translation>测量高度</translation></message>
<message><source>Measured {ssim_text}</source>
<translation>实测 {ssim_text}</translation></message>
<message><source>Measuring boundaries anew</source>
<translation>正在重新测量边界</translation></message>
<message><source>Measuring boundary {label}</source>
<translation>正在测量边界 {label}</translation></message>
<message><source>Measuring the bridge {a}|{b}</source>
<translation>正在测量桥接 {a}|{b}</translation></message>
<message><source>Measuring tones</source>
<translation>正在测量影调</translation></message>
<message><source>Memory for frames</source>
<translation>帧内存</translation></message>
<message><source>Memory for frames, MiB</source>
<translation>帧内存，MiB</translation></message>
<message><source>Merge</source>
<translation>合并</translation></message>
<message><source>Merge again</source>
<translation>请重新合并</translation></message>
<message><source>Merge decisions</source>
<translation>合并决定</translation></message>
<message><source>Merge decisions…</source>
<translation>合并决定…</translation></message>
<message><source>Merging decisions</source>
<translation>正在合并决定</translation></message>
<message><source>Missing</source>
<translation>缺失</translation></message>
<message><source>More</source>
<translation>更多</translation></message>
<message><source>More about this note</source>
<translation>此备注的更多操作</translation></message>
<message><source>More about this segment</source>
<translation>此片段的更多操作</translation></message>
<message><source>More colourful</source>
<translation>更鲜艳</translation></message>
<message><source>More contrast</source>
<translation>对比度更高</translation></message>
<message><source>More decisions</source>
<translation>更多决定</translation></message>
<message><source>More · {facts}</source>
<translation>更多 · {facts}</translation></message>
<message><source>More, {facts}</source>
<translation>更多，{facts}</translation></message>
<message><source>Motion</source>
<translation>运动</translation></message>
<message><source>Motion goes on differently</source>
<translation>运动的延续方式不同</translation></message>
<message><source>Motion jumps</source>
<translation>运动跳变</translation></message>
<message><source>Motion stands still</source>
<translation>运动停滞</translation></message>
<message><source>Motion turns back</source>
<translation>运动反向</translation></message>
<message><source>Motion-aware fade</source>
<translation>运动感知淡化</translation></message>
<message><source>Move and zoom both pictures together</source>
<translation>两幅画面同步移动和缩放</translation></message>
<message><source>Move down</source>
<translation>下移</translation></message>
<message><source>Move it away, and put the clip back then</source>
<translation>请将它移开，再放回素材</translation></message>
<message><source>Move one place earlier</source>
<translation>前移一位</translation></message>
<message><source>Move one place later</source>
<translation>后移一位</translation></message>
<message><source>Move segment {}</source>
<translation>移动片段 {}</translation></message>
<message><source>Move this server down (Alt+Down)</source>
<translation>下移此服务器 (Alt+Down)</translation></message>
<message><source>Move this server up (Alt+Up)</source>
<translation>上移此服务器 (Alt+Up)</translation></message>
<message><source>Move up</source>
<translation>上移</translation></message>
<message><source>Moving a server</source>
<translation>正在移动服务器</translation></message>
<message><source>Moving segment {a}</source>
<translation>正在移动片段 {a}</translation></message>
<message><source>Mute</source>
<translation>静音</translation></message>
<message><source>Name</source>
<translation>名称</translation></message>
<message><source>Name it {name}</source>
<translation>请命名为 {name}</translation></message>
<message><source>Name of the scene</source>
<translation>场景名称</translation></message>
<message><source>Name of the workflow</source>
<translation>工作流名称</translation></message>
<message><source>Natural</source>
<translation>自然</translation></message>
<message><source>Natural in this scene: SSIM</source>
<translation>本场景的自然范围：SSIM</translation></message>
<message><source>Natural range</source>
<translation>自然范围</translation></message>
<message><source>Natural range {low}–{high}</source>
<translation>自然范围 {low}–{high}</translation></message>
<message><source>Needed to regenerate. Review, compare and smooth work without it.</source>
<translation>重新生成时需要。审片、比较和平滑无需它。</translation></message>
<message><source>Needs work</source>
<translation>需要返工</translation></message>
<message><source>Needs work with a reason…</source>
<translation>需要返工并说明原因…</translation></message>
<message><source>Needs work, or take it back</source>
<translation>标记需要返工或撤回</translation></message>
<message><source>Needs work:</source>
<translation>需要返工：</translation></message>
<message><source>Needs work: {reason}</source>
<translation>需要返工：{reason}</translation></message>
<message><source>Negative</source>
<translation>反向提示词</translation></message>
<message><source>New</source>
<translation>新</translation></message>
<message><source>New frames for boundary {name} are being made</source>
<translation>正在为边界 {name} 生成新帧</translation></message>
<message><source>New here</source>
<translation>新增</translation></message>
<message><source>New jobs go to</source>
<translation>新任务发送到</translation></message>
<message><source>New note at this frame</source>
<translation>在这一帧新建备注</translation></message>
<message><source>New scene from a picture</source>
<translation>从图片新建场景</translation></message>
<message><source>New scene from a picture…</source>
<translation>用图片新建场景…</translation></message>
<message><source>New scene from clips</source>
<translation>从素材新建场景</translation></message>
<message><source>New scene from clips…</source>
<translation>从素材新建场景…</translation></message>
<message><source>New seed for each take</source>
<translation>每个备选用新种子</translation></message>
<message><source>Newer versions</source>
<translation>更新版本</translation></message>
<message><source>Next</source>
<translation>下一个</translation></message>
<message><source>Next boundary</source>
<translation>下一个边界</translation></message>
<message><source>Next jump</source>
<translation>下一跳变</translation></message>
<message><source>Next panel</source>
<translation>下一个面板</translation></message>
<message><source>Next segment</source>
<translation>下一个片段</translation></message>
<message><source>Next shown</source>
<translation>下一个显示项</translation></message>
<message><source>Next try in {count} s</source>
<translation>{count} 秒后重试</translation></message>
<message><source>Next visible jump</source>
<translation>下一个可见跳变</translation></message>
<message><source>No ComfyUI server answers</source>
<translation>没有 ComfyUI 服务器响应</translation></message>
<message><source>No boundary is left to look at</source>
<translation>没有需要查看的边界了</translation></message>
<message><source>No boundary would be judged otherwise now.</source>
<translation>现在没有边界的判定会改变。</translation></message>
<message><source>No clip fits the pattern</source>
<translation>没有素材与模式匹配</translation></message>
<message><source>No clip of it carries one</source>
<translation>它的素材都不带工作流</translation></message>
<message><source>No cut was found in {label}</source>
<translation>在 {label} 中未找到切点</translation></message>
<message><source>No data</source>
<translation>无数据</translation></message>
<message><source>No difference</source>
<translation>没有差别</translation></message>
<message><source>No estimate yet</source>
<translation>尚无估算</translation></message>
<message><source>No estimate yet.</source>
<translation>尚无估计。</translation></message>
<message><source>No file</source>
<translation>没有文件</translation></message>
<message><source>No film: only the lists below</source>
<translation>不要影片：只导出下面的列表</translation></message>
<message><source>No finished run on {server} yet.</source>
<translation>{server} 上还没有完成的运行。</translation></message>
<message><source>No fix is chosen</source>
<translation>未选择修复</translation></message>
<message><source>No fix was tried here.</source>
<translation>此处未试过修复。</translation></message>
<message><source>No frame can be read, {size}</source>
<translation>没有可读的帧，{size}</translation></message>
<message><source>No frame is black.</source>
<translation>没有黑帧。</translation></message>
<message><source>No frame repeats the one before.</source>
<translation>没有重复前一帧的帧。</translation></message>
<message><source>No input is called {a}</source>
<translation>没有名为 {a} 的输入</translation></message>
<message><source>No key is kept for this server</source>
<translation>此服务器没有保存密钥</translation></message>
<message><source>No more hints</source>
<translation>不再提示</translation></message>
<message><source>No other limits are proposed</source>
<translation>不建议其他限值</translation></message>
<message><source>No other segments are affected.</source>
<translation>不影响其他片段。</translation></message>
<message><source>No picture here</source>
<translation>此处没有画面</translation></message>
<message><source>No picture is pinned</source>
<translation>没有固定的图片</translation></message>
<message><source>No project open</source>
<translation>没有打开的项目</translation></message>
<message><source>No reason was given</source>
<translation>没有说明原因</translation></message>
<message><source>No remedy gains enough to change frames for it: {regenerate}, or accept it.</source>
<translation>没有修复值得为之改动帧：{regenerate}，或接受它。</translation></message>
<message><source>No render of this segment has a preview now</source>
<translation>此片段目前没有带预览的渲染</translation></message>
<message><source>No request of this segment has several takes</source>
<translation>此片段没有包含多个备选的请求</translation></message>
<message><source>No scene</source>
<translation>没有场景</translation></message>
<message><source>No segment is selected.</source>
<translation>未选择片段。</translation></message>
<message><source>No segment is stale</source>
<translation>没有过期的片段</translation></message>
<message><source>No segments yet</source>
<translation>还没有片段</translation></message>
<message><source>No server</source>
<translation>没有服务器</translation></message>
<message><source>No server address was given</source>
<translation>未给出服务器地址</translation></message>
<message><source>No server answers</source>
<translation>没有服务器响应</translation></message>
<message><source>No server can run this</source>
<translation>没有服务器能运行它</translation></message>
<message><source>No server can run this. {server_name} comes nearest: {count}.</source>
<translation>没有服务器能运行。最接近的是 {server_name}：{count}。</translation></message>
<message><source>No server is answering: the job will wait until one is back.</source>
<translation>没有服务器响应：任务将等到有服务器恢复。</translation></message>
<message><source>No server is turned on</source>
<translation>没有开启的服务器</translation></message>
<message><source>No server that answers can run this. The job waits for {names}.</source>
<translation>有响应的服务器都无法运行。任务将等待 {names}。</translation></message>
<message><source>No server{which} can run this</source>
<translation>没有服务器{which}能运行它</translation></message>
<message><source>No shortcut has these words.</source>
<translation>没有包含这些字词的快捷键。</translation></message>
<message><source>No step leaves the range of the motion around it.</source>
<translation>没有一步超出周围运动的范围。</translation></message>
<message><source>No take of segment {segment} can play</source>
<translation>片段 {segment} 没有可播放的备选</translation></message>
<message><source>No visible jump is open</source>
<translation>没有未处理的可见跳变</translation></message>
<message><source>No workflow</source>
<translation>没有工作流</translation></message>
<message><source>No workflow here makes the frames between two pictures</source>
<translation>这里没有能生成两幅图像之间帧的工作流</translation></message>
<message><source>No workflow named {name} comes with Restitch</source>
<translation>Restitch 没有自带名为 {name} 的工作流</translation></message>
<message><source>Nobody has judged boundary {label}</source>
<translation>没有人判定过边界 {label}</translation></message>
<message><source>Nobody has said how they see this boundary</source>
<translation>还没有人说明如何看待此边界</translation></message>
<message><source>Nobody says which release is the newest</source>
<translation>没有人说明最新版本是哪个</translation></message>
<message><source>Node {node_id}</source>
<translation>节点 {node_id}</translation></message>
<message><source>Node {node_id} has no input {input_name}</source>
<translation>节点 {node_id} 没有输入 {input_name}</translation></message>
<message><source>Node {node_id} has {a}</source>
<translation>节点 {node_id} 有 {a}</translation></message>
<message><source>Node {node_id} saves no video</source>
<translation>节点 {node_id} 不保存视频</translation></message>
<message><source>Node {node} ▸ {input}</source>
<translation>节点 {node} ▸ {input}</translation></message>
<message><source>None</source>
<translation>无</translation></message>
<message><source>None for this workflow yet</source>
<translation>此工作流尚无预设</translation></message>
<message><source>None of the clips can be imported</source>
<translation>这些素材都无法导入</translation></message>
<message><source>None of the {count} ComfyUI servers is answering.</source>
<translation>{count} 个 ComfyUI 服务器均无响应。</translation></message>
<message><source>None of these clips can be inserted</source>
<translation>这些素材都无法插入</translation></message>
<message><source>None of these segments can be regenerated.</source>
<translation>这些片段都无法重新生成。</translation></message>
<message><source>None of {a} servers answers</source>
<translation>{a} 台服务器均无响应</translation></message>
<message><source>None: the workflow has no such input</source>
<translation>无：此工作流没有这样的输入</translation></message>
<message><source>Normal</source>
<translation>普通</translation></message>
<message><source>Not a call: {note}</source>
<translation>不是判定：{note}</translation></message>
<message><source>Not a cut</source>
<translation>不是切点</translation></message>
<message><source>Not a note: {note}</source>
<translation>不是备注：{note}</translation></message>
<message><source>Not among the choices of the server that was asked</source>
<translation>不在所询问服务器的选项中</translation></message>
<message><source>Not answering</source>
<translation>无响应</translation></message>
<message><source>Not checked</source>
<translation>未检查</translation></message>
<message><source>Not checked yet</source>
<translation>尚未检查</translation></message>
<message><source>Not connected</source>
<translation>未连接</translation></message>
<message><source>Not found</source>
<translation>未找到</translation></message>
<message><source>Not in this workflow: {names}</source>
<translation>此工作流中没有：{names}</translation></message>
<message><source>Not measured yet.</source>
<translation>尚未测量。</translation></message>
<message><source>Not offered: {why_not}.</source>
<translation>未提供：{why_not}。</translation></message>
<message><source>Not the usual key</source>
<translation>不是默认按键</translation></message>
<message><source>Not there now</source>
<translation>现在不在</translation></message>
<message><source>Note at boundary {a}</source>
<translation>边界 {a} 处的备注</translation></message>
<message><source>Note at boundary {a} | {b}: {said}</source>
<translation>边界 {a} | {b} 处的备注：{said}</translation></message>
<message><source>Note at frame {a}</source>
<translation>第 {a} 帧处的备注</translation></message>
<message><source>Note by {author}</source>
<translation>{author} 的备注</translation></message>
<message><source>Note in segment {a} resolved: {said}</source>
<translation>片段 {a} 中的备注已解决：{said}</translation></message>
<message><source>Note in segment {a}: {said}</source>
<translation>片段 {a} 中的备注：{said}</translation></message>
<message><source>Note: put the playhead into this segment</source>
<translation>备注：请把播放头移到此片段</translation></message>
<message><source>Note; Enter saves, Esc cancels</source>
<translation>备注；回车保存，Esc 取消</translation></message>
<message><source>Noted: you see boundary {boundary_name} as {seen}</source>
<translation>已记录：边界 {boundary_name} 看起来是{seen}</translation></message>
<message><source>Noted: {name} needs work</source>
<translation>已记录：{name} 需要返工</translation></message>
<message><source>Notes</source>
<translation>备注</translation></message>
<message><source>Nothing after it was begun</source>
<translation>其后没有开始</translation></message>
<message><source>Nothing by that name</source>
<translation>没有该名称的内容</translation></message>
<message><source>Nothing is being generated for what is selected</source>
<translation>所选内容没有正在进行的生成</translation></message>
<message><source>Nothing is changed</source>
<translation>没有更改</translation></message>
<message><source>Nothing is left of these</source>
<translation>这些已全部处理</translation></message>
<message><source>Nothing is left of what the timeline shows</source>
<translation>时间线所显示的内容已全部处理</translation></message>
<message><source>Nothing is open.</source>
<translation>没有待办事项。</translation></message>
<message><source>Nothing is stale</source>
<translation>没有过期的片段</translation></message>
<message><source>Nothing of this kind is open.</source>
<translation>没有此类待办事项。</translation></message>
<message><source>Nothing of this workflow runs</source>
<translation>此工作流没有可运行的部分</translation></message>
<message><source>Nothing speaks of it</source>
<translation>没有任何记录提到它</translation></message>
<message><source>Nothing speaks of it: now {name}</source>
<translation>没有任何记录提到它：现为 {name}</translation></message>
<message><source>Nothing that was tried makes it better: {regenerate}, or accept it.</source>
<translation>试过的都没有改善：{regenerate}，或接受它。</translation></message>
<message><source>Nothing was begun</source>
<translation>没有开始任何内容</translation></message>
<message><source>Nothing was changed</source>
<translation>没有任何改动</translation></message>
<message><source>Nothing was decided about boundary {label}</source>
<translation>尚未对边界 {label} 作出决定</translation></message>
<message><source>Nothing was imported</source>
<translation>没有导入任何内容</translation></message>
<message><source>Nothing was kept.</source>
<translation>没有保留任何内容。</translation></message>
<message><source>Nothing was queued</source>
<translation>没有加入队列</translation></message>
<message><source>Nothing was queued. Change what is named, or choose another server or workflow</source>
<translation>没有加入队列。请更改所列内容，或选择其他服务器或工作流</translation></message>
<message><source>Nothing was removed</source>
<translation>没有移除任何内容</translation></message>
<message><source>Nothing was removed: it may become current</source>
<translation>没有移除：它可能成为当前版本</translation></message>
<message><source>Nothing was removed: the take would have no beginning</source>
<translation>没有移除：否则该备选将没有开头</translation></message>
<message><source>Notifications</source>
<translation>通知</translation></message>
<message><source>Noting your verdict on {boundary_name}</source>
<translation>正在记录对 {boundary_name} 的判定</translation></message>
<message><source>Now</source>
<translation>当前</translation></message>
<message><source>Now only {readable_frames} of {count} frames can be read.</source>
<translation>{count} 帧中只有 {readable_frames} 帧可读。</translation></message>
<message><source>Off</source>
<translation>关闭</translation></message>
<message><source>Off.</source>
<translation>已关闭。</translation></message>
<message><source>Off: all of segment {number} is made anew.</source>
<translation>关闭：整个片段 {number} 重新制作。</translation></message>
<message><source>Off: later segments stay as they are.</source>
<translation>关闭：后面的片段保持不变。</translation></message>
<message><source>Off: only the format is checked</source>
<translation>关闭：只检查格式</translation></message>
<message><source>On</source>
<translation>开</translation></message>
<message><source>On: {url}. What it offers is described at {page}.</source>
<translation>已开启：{url}。其功能见 {page}。</translation></message>
<message><source>Once a day Restitch asks the place it is published at, and says nothing but its own version there. Nothing is downloaded. While this is off it asks nobody.</source>
<translation>Restitch 每天向其发布处询问一次，只告知自己的版本。不会下载任何内容。关闭时不询问任何地方。</translation></message>
<message><source>One for each project. Restitch keeps no copy of it, so it is shown once.</source>
<translation>每个项目一个。Restitch 不保留副本，因此只显示一次。</translation></message>
<message><source>One frame back</source>
<translation>后退一帧</translation></message>
<message><source>One frame forward</source>
<translation>前进一帧</translation></message>
<message><source>One more for each</source>
<translation>每个加一</translation></message>
<message><source>One prompt a line, for one segment after the other.</source>
<translation>每行一条提示词，依次用于各个片段。</translation></message>
<message><source>One seed gives one take; open the lock for more</source>
<translation>一个种子只得一个备选；打开锁可得更多</translation></message>
<message><source>One segment</source>
<translation>一个片段</translation></message>
<message><source>Only a paused one can</source>
<translation>只有已暂停的可以</translation></message>
<message><source>Only failed and lost jobs can</source>
<translation>只有失败和丢失的任务可以</translation></message>
<message><source>Only one display is connected</source>
<translation>只连接了一台显示器</translation></message>
<message><source>Only one version is shown</source>
<translation>只显示一个版本</translation></message>
<message><source>Only {a}</source>
<translation>仅 {a}</translation></message>
<message><source>Open</source>
<translation>打开</translation></message>
<message><source>Open a project first</source>
<translation>请先打开项目</translation></message>
<message><source>Open a project to change where it renders.</source>
<translation>打开项目才能更改它在哪里渲染。</translation></message>
<message><source>Open a project to make its token.</source>
<translation>打开项目后才能生成它的令牌。</translation></message>
<message><source>Open a project to see its quality gates.</source>
<translation>打开项目即可查看其质量门槛。</translation></message>
<message><source>Open a project to see what its boundaries are judged by.</source>
<translation>打开项目即可查看其边界的判定依据。</translation></message>
<message><source>Open again</source>
<translation>重新打开</translation></message>
<message><source>Open it</source>
<translation>打开</translation></message>
<message><source>Open it in ComfyUI</source>
<translation>请在 ComfyUI 中打开</translation></message>
<message><source>Open it in ComfyUI and save it again</source>
<translation>请在 ComfyUI 中打开并重新保存</translation></message>
<message><source>Open it once for writing</source>
<translation>请以可写方式打开一次</translation></message>
<message><source>Open it, or choose another folder</source>
<translation>请打开它，或选择其他文件夹</translation></message>
<message><source>Open points</source>
<translation>待办事项</translation></message>
<message><source>Open project</source>
<translation>打开项目</translation></message>
<message><source>Open project…</source>
<translation>打开项目…</translation></message>
<message><source>Open the last project</source>
<translation>打开上次的项目</translation></message>
<message><source>Open the note again at</source>
<translation>重新打开备注于</translation></message>
<message><source>Open the project again</source>
<translation>请重新打开项目</translation></message>
<message><source>Opening a note again</source>
<translation>正在重新打开备注</translation></message>
<message><source>Opening the project</source>
<translation>正在打开项目</translation></message>
<message><source>Opening {name} again</source>
<translation>正在重新打开 {name}</translation></message>
<message><source>Opening {path}</source>
<translation>正在打开 {path}</translation></message>
<message><source>Optical-flow morph</source>
<translation>光流变形</translation></message>
<message><source>Optical-flow morph of the right side</source>
<translation>右侧光流变形</translation></message>
<message><source>Or drop a picture here</source>
<translation>或将图片拖到这里</translation></message>
<message><source>Or regenerate segment {number}</source>
<translation>或重新生成片段 {number}</translation></message>
<message><source>Or regenerate segment {number} from this frame</source>
<translation>或从这一帧起重新生成片段 {number}</translation></message>
<message><source>Original, unchanged</source>
<translation>原始，未改变</translation></message>
<message><source>Other</source>
<translation>其他</translation></message>
<message><source>Other frames meet there by now</source>
<translation>那里现在衔接的是其他帧</translation></message>
<message><source>Other scenes</source>
<translation>其他场景</translation></message>
<message><source>Other scenes of this project</source>
<translation>本项目的其他场景</translation></message>
<message><source>Otherwise the welcome page is shown.</source>
<translation>否则显示欢迎页。</translation></message>
<message><source>Overlap</source>
<translation>重叠</translation></message>
<message><source>Overlapping cross-fade</source>
<translation>重叠交叉淡化</translation></message>
<message><source>Own limits</source>
<translation>自定义限值</translation></message>
<message><source>PNG (*.png)</source>
<translation>PNG (*.png)</translation></message>
<message><source>PNG pictures in a folder</source>
<translation>文件夹中的 PNG 图片</translation></message>
<message><source>Pages</source>
<translation>页面</translation></message>
<message><source>Paler</source>
<translation>更淡</translation></message>
<message><source>Parameters</source>
<translation>参数</translation></message>
<message><source>Part</source>
<translation>部分</translation></message>
<message><source>Path</source>
<translation>路径</translation></message>
<message><source>Pause</source>
<translation>暂停</translation></message>
<message><source>Pause and ask</source>
<translation>暂停并询问</translation></message>
<message><source>Paused</source>
<translation>已暂停</translation></message>
<message><source>Paused by {who}</source>
<translation>由 {who} 暂停</translation></message>
<message><source>Pausing</source>
<translation>正在暂停</translation></message>
<message><source>Pen</source>
<translation>画笔</translation></message>
<message><source>Pick a new random seed</source>
<translation>选取新的随机种子</translation></message>
<message><source>Picture file</source>
<translation>图片文件</translation></message>
<message><source>Picture file…</source>
<translation>图片文件…</translation></message>
<message><source>Picture stands still</source>
<translation>画面静止</translation></message>
<message><source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
<translation>图片 (*.png *.jpg *.jpeg *.webp)</translation></message>
<message><source>Pictures a second</source>
<translation>每秒图片数</translation></message>
<message><source>Pictures are measured wrongly</source>
<translation>图像测量有误</translation></message>
<message><source>Pin a picture…</source>
<translation>固定图片…</translation></message>
<message><source>Pin held: approve</source>
<translation>末端吻合：批准</translation></message>
<message><source>Pin this frame</source>
<translation>固定此帧</translation></message>
<message><source>Pinning a reference picture</source>
<translation>正在固定参考图</translation></message>
<message><source>Pixel read-out</source>
<translation>像素读数</translation></message>
<message><source>Pixel: {what}</source>
<translation>像素：{what}</translation></message>
<message><source>Plain SSIM: one threshold for every boundary</source>
<translation>纯 SSIM：所有边界使用同一阈值</translation></message>
<message><source>Planning a cascade</source>
<translation>正在规划级联</translation></message>
<message><source>Play</source>
<translation>播放</translation></message>
<message><source>Play backwards</source>
<translation>倒放</translation></message>
<message><source>Play boundary</source>
<translation>播放边界</translation></message>
<message><source>Play forwards</source>
<translation>正放</translation></message>
<message><source>Play it: accept it if it runs well, else smooth it.</source>
<translation>请播放：流畅就接受，否则平滑。</translation></message>
<message><source>Play it: smooth it if it shows, else accept it as it is.</source>
<translation>请播放：看得出就平滑，否则按现状接受。</translation></message>
<message><source>Play it: smooth it if it shows, else accept it.</source>
<translation>请播放：看得出就平滑，否则接受。</translation></message>
<message><source>Play or pause</source>
<translation>播放或暂停</translation></message>
<message><source>Play the boundary with this: {what}</source>
<translation>用此修复播放边界：{what}</translation></message>
<message><source>Play with {what}</source>
<translation>用{what}播放</translation></message>
<message><source>Playback</source>
<translation>播放</translation></message>
<message><source>Players on another display</source>
<translation>在另一显示器上显示播放器</translation></message>
<message><source>Plays up to the chosen seed frame: {frames} left out.</source>
<translation>播放到所选种子帧为止：略去 {frames}。</translation></message>
<message><source>Port</source>
<translation>端口</translation></message>
<message><source>Predicted SSIM · preview</source>
<translation>预计 SSIM · 预览</translation></message>
<message><source>Predicted after {remedy}: {value}</source>
<translation>{remedy} 之后预计：{value}</translation></message>
<message><source>Preparing a preview</source>
<translation>正在准备预览</translation></message>
<message><source>Preparing the preview</source>
<translation>正在准备预览</translation></message>
<message><source>Preparing {a}</source>
<translation>正在准备 {a}</translation></message>
<message><source>Preset</source>
<translation>预设</translation></message>
<message><source>Presets</source>
<translation>预设</translation></message>
<message><source>Press the key… Esc leaves it</source>
<translation>请按键… Esc 取消</translation></message>
<message><source>Preview</source>
<translation>预览</translation></message>
<message><source>Preview of {a}, not a version</source>
<translation>{a} 的预览，并非版本</translation></message>
<message><source>Previous boundary</source>
<translation>上一个边界</translation></message>
<message><source>Previous panel</source>
<translation>上一个面板</translation></message>
<message><source>Previous segment</source>
<translation>上一个片段</translation></message>
<message><source>Previous visible jump</source>
<translation>上一个可见跳变</translation></message>
<message><source>ProRes 422 HQ: every frame encoded</source>
<translation>ProRes 422 HQ：每帧重新编码</translation></message>
<message><source>Progress of {job}</source>
<translation>{job} 的进度</translation></message>
<message><source>Project</source>
<translation>项目</translation></message>
<message><source>Prompt</source>
<translation>提示词</translation></message>
<message><source>Prompts</source>
<translation>提示词</translation></message>
<message><source>Prompts, one a line</source>
<translation>提示词，每行一条</translation></message>
<message><source>Proposed from wrong calls</source>
<translation>根据误判提出的建议</translation></message>
<message><source>Put a folder in its place</source>
<translation>请在该处放置一个文件夹</translation></message>
<message><source>Put clips in order</source>
<translation>排列素材顺序</translation></message>
<message><source>Put it back and submit the job again, or regenerate the segment</source>
<translation>请放回该文件并重新提交任务，或重新生成该片段</translation></message>
<message><source>Put the clip back and check the boundary again</source>
<translation>请放回素材并重新检查该边界</translation></message>
<message><source>Put the clip back and submit the job again: nothing is rendered again</source>
<translation>请放回素材并重新提交任务：不会重新渲染</translation></message>
<message><source>Put the file back, or regenerate the segment</source>
<translation>请放回该文件，或重新生成该片段</translation></message>
<message><source>Put the file back, use another version, or regenerate. The rest still works.</source>
<translation>请放回文件、改用其他版本或重新生成。其余功能照常。</translation></message>
<message><source>Put the neighbour's clip back and submit the job again: nothing is rendered again</source>
<translation>请放回相邻片段的素材并重新提交任务：不会重新渲染</translation></message>
<message><source>Putting the clip back</source>
<translation>正在放回素材</translation></message>
<message><source>Python {a}</source>
<translation>Python {a}</translation></message>
<message><source>QA score {what}: {word}</source>
<translation>QA 得分 {what}：{word}</translation></message>
<message><source>QA {word}, {what}</source>
<translation>QA {word}，{what}</translation></message>
<message><source>Quality checks</source>
<translation>质量检查</translation></message>
<message><source>Quality gates</source>
<translation>质量门槛</translation></message>
<message><source>Queue</source>
<translation>队列</translation></message>
<message><source>Queued</source>
<translation>排队中</translation></message>
<message><source>Quieter</source>
<translation>减小音量</translation></message>
<message><source>Quit</source>
<translation>退出</translation></message>
<message><source>Rate</source>
<translation>帧率</translation></message>
<message><source>Re-anchor segment {number}…</source>
<translation>重新锚定片段 {number}…</translation></message>
<message><source>Re-anchored to {numbers}</source>
<translation>已重新锚定到 {numbers}</translation></message>
<message><source>Re-anchored: made from the {a}{b}</source>
<translation>已重新锚定：由{a}{b}生成</translation></message>
<message><source>Re-anchoring the seed frame</source>
<translation>正在重新锚定种子帧</translation></message>
<message><source>Re-anchor…</source>
<translation>重新锚定…</translation></message>
<message><source>Read the report</source>
<translation>阅读报告</translation></message>
<message><source>Read-only</source>
<translation>只读</translation></message>
<message><source>Reading a picture</source>
<translation>正在读取图片</translation></message>
<message><source>Reading a preview</source>
<translation>正在读取预览</translation></message>
<message><source>Reading a server's history</source>
<translation>正在读取服务器历史</translation></message>
<message><source>Reading a version</source>
<translation>正在读取版本</translation></message>
<message><source>Reading a workflow</source>
<translation>正在读取工作流</translation></message>
<message><source>Reading clips</source>
<translation>正在读取素材</translation></message>
<message><source>Reading decisions</source>
<translation>正在读取决定</translation></message>
<message><source>Reading drawings</source>
<translation>正在读取绘图</translation></message>
<message><source>Reading frames</source>
<translation>正在读取帧</translation></message>
<message><source>Reading past renders</source>
<translation>正在读取以往的渲染</translation></message>
<message><source>Reading reports</source>
<translation>正在读取报告</translation></message>
<message><source>Reading the boundaries' frames</source>
<translation>正在读取各边界的帧</translation></message>
<message><source>Reading the boundary</source>
<translation>正在读取边界</translation></message>
<message><source>Reading the clips…</source>
<translation>正在读取素材…</translation></message>
<message><source>Reading the decisions</source>
<translation>正在读取决定</translation></message>
<message><source>Reading the history</source>
<translation>正在读取历史</translation></message>
<message><source>Reading the last frames</source>
<translation>正在读取最后几帧</translation></message>
<message><source>Reading the last frames…</source>
<translation>正在读取最后几帧…</translation></message>
<message><source>Reading the list of servers</source>
<translation>正在读取服务器列表</translation></message>
<message><source>Reading the next frame</source>
<translation>正在读取下一帧</translation></message>
<message><source>Reading the project</source>
<translation>正在读取项目</translation></message>
<message><source>Reading the reference picture</source>
<translation>正在读取参考图</translation></message>
<message><source>Reading the report</source>
<translation>正在读取报告</translation></message>
<message><source>Reading the seed frame</source>
<translation>正在读取种子帧</translation></message>
<message><source>Reading the segment</source>
<translation>正在读取片段</translation></message>
<message><source>Reading the versions</source>
<translation>正在读取版本</translation></message>
<message><source>Reading the workflow</source>
<translation>正在读取工作流</translation></message>
<message><source>Reading the workflows</source>
<translation>正在读取工作流</translation></message>
<message><source>Reading wrong calls</source>
<translation>正在读取误判</translation></message>
<message><source>Reading {name}</source>
<translation>正在读取 {name}</translation></message>
<message><source>Reason to accept the boundary as it is</source>
<translation>按现状接受该边界的理由</translation></message>
<message><source>Recent projects</source>
<translation>最近的项目</translation></message>
<message><source>Recommended.</source>
<translation>推荐。</translation></message>
<message><source>Record a key</source>
<translation>录制按键</translation></message>
<message><source>Rectangle</source>
<translation>矩形</translation></message>
<message><source>Red</source>
<translation>红色</translation></message>
<message><source>Redder</source>
<translation>偏红</translation></message>
<message><source>Redo</source>
<translation>重做</translation></message>
<message><source>Redo {step}</source>
<translation>重做：{step}</translation></message>
<message><source>Reference  {name}</source>
<translation>参考  {name}</translation></message>
<message><source>Reference picture</source>
<translation>参考图</translation></message>
<message><source>Refused without a reason</source>
<translation>无故拒绝</translation></message>
<message><source>Regenerate all of it</source>
<translation>请整段重新生成</translation></message>
<message><source>Regenerate from frame</source>
<translation>从此帧起重新生成</translation></message>
<message><source>Regenerate from here on…</source>
<translation>从这里起重新生成…</translation></message>
<message><source>Regenerate from this frame on…</source>
<translation>从这一帧起重新生成…</translation></message>
<message><source>Regenerate it from its own seed frame, or choose another picture</source>
<translation>请由其自身种子帧重新生成，或选择其他图像</translation></message>
<message><source>Regenerate it from its seed frame, corrected to the look of the first segments</source>
<translation>由其种子帧重新生成，并校正为前几个片段的观感</translation></message>
<message><source>Regenerate segment {number}</source>
<translation>重新生成片段 {number}</translation></message>
<message><source>Regenerate segment {number} from frame {frame}</source>
<translation>从第 {frame} 帧起重新生成片段 {number}</translation></message>
<message><source>Regenerate segment {number} from this frame</source>
<translation>从这一帧起重新生成片段 {number}</translation></message>
<message><source>Regenerate segment {right}; smoothing seldom helps here.</source>
<translation>请重新生成片段 {right}；这里平滑很少有用。</translation></message>
<message><source>Regenerate the segment</source>
<translation>请重新生成片段</translation></message>
<message><source>Regenerate {a}</source>
<translation>重新生成 {a}</translation></message>
<message><source>Regenerate {many}…</source>
<translation>重新生成 {many}…</translation></message>
<message><source>Regenerate {number}…</source>
<translation>重新生成 {number}…</translation></message>
<message><source>Regenerate {segments}</source>
<translation>重新生成{segments}</translation></message>
<message><source>Regenerate: make another version</source>
<translation>重新生成：再做一个版本</translation></message>
<message><source>Regenerate…</source>
<translation>重新生成…</translation></message>
<message><source>Regenerating segment {a}</source>
<translation>正在重新生成片段 {a}</translation></message>
<message><source>Regenerating {a}</source>
<translation>正在重新生成 {a}</translation></message>
<message><source>Remove</source>
<translation>移除</translation></message>
<message><source>Remove all the same</source>
<translation>仍然移除</translation></message>
<message><source>Remove files of the other takes…</source>
<translation>移除其他备选的文件…</translation></message>
<message><source>Remove file…</source>
<translation>移除文件…</translation></message>
<message><source>Remove from the scene</source>
<translation>从场景中移除</translation></message>
<message><source>Remove it</source>
<translation>移除</translation></message>
<message><source>Remove keys</source>
<translation>移除按键</translation></message>
<message><source>Remove note</source>
<translation>移除备注</translation></message>
<message><source>Remove preset {name}</source>
<translation>移除预设 {name}</translation></message>
<message><source>Remove segment {}</source>
<translation>移除片段 {}</translation></message>
<message><source>Remove the cut</source>
<translation>移除切点</translation></message>
<message><source>Remove the fix, or apply it again.</source>
<translation>请移除该修复，或重新应用。</translation></message>
<message><source>Remove the note at</source>
<translation>移除备注于</translation></message>
<message><source>Remove the report</source>
<translation>移除报告</translation></message>
<message><source>Remove this server</source>
<translation>移除此服务器</translation></message>
<message><source>Remove treatment of {place}</source>
<translation>移除 {place} 的处理</translation></message>
<message><source>Remove {a}</source>
<translation>移除 {a}</translation></message>
<message><source>Remove {name}? Versions that were made with it keep their own.</source>
<translation>移除 {name}？用它制作的版本会保留自己的工作流。</translation></message>
<message><source>Remove {server}</source>
<translation>移除 {server}</translation></message>
<message><source>Removes {frames}: {sides}.</source>
<translation>移除 {frames}：{sides}。</translation></message>
<message><source>Removing a note</source>
<translation>正在移除备注</translation></message>
<message><source>Removing a preset</source>
<translation>正在删除预设</translation></message>
<message><source>Removing a server</source>
<translation>正在移除服务器</translation></message>
<message><source>Removing a workflow</source>
<translation>正在移除工作流</translation></message>
<message><source>Removing files</source>
<translation>正在移除文件</translation></message>
<message><source>Removing segment {a}</source>
<translation>正在移除片段 {a}</translation></message>
<message><source>Removing the report</source>
<translation>正在移除报告</translation></message>
<message><source>Rename scene to "{after}"</source>
<translation>将场景重命名为“{after}”</translation></message>
<message><source>Rename scene…</source>
<translation>重命名场景…</translation></message>
<message><source>Renaming a workflow</source>
<translation>正在重命名工作流</translation></message>
<message><source>Renaming the scene</source>
<translation>正在重命名场景</translation></message>
<message><source>Render fewer frames or a smaller picture, and save it compressed</source>
<translation>请渲染较少的帧或较小的画面，并以压缩格式保存</translation></message>
<message><source>Render it again with another seed: ComfyUI would name the deleted file again</source>
<translation>请换一个种子重新渲染：否则 ComfyUI 会再次给出已删除的文件</translation></message>
<message><source>Render of {a}</source>
<translation>{a} 的渲染</translation></message>
<message><source>Render or export it again</source>
<translation>请重新渲染或导出</translation></message>
<message><source>Render this segment again</source>
<translation>重新渲染此片段</translation></message>
<message><source>Render this segment again from its seed frame</source>
<translation>由种子帧重新渲染此片段</translation></message>
<message><source>Rendering the remedy for {label}</source>
<translation>正在为 {label} 渲染修复</translation></message>
<message><source>Renders stay as versions, and purged files are gone: neither can be undone.</source>
<translation>渲染结果保留为版本，已清除的文件无法恢复：两者都不能撤销。</translation></message>
<message><source>Renew it on the server, and check this computer's clock</source>
<translation>请在服务器上更新证书，并检查此计算机的时钟</translation></message>
<message><source>Repair it in ComfyUI</source>
<translation>请在 ComfyUI 中修复</translation></message>
<message><source>Repair the links in ComfyUI</source>
<translation>请在 ComfyUI 中修复连接</translation></message>
<message><source>Repeated frame: {a}</source>
<translation>重复帧：{a}</translation></message>
<message><source>Repeated frames</source>
<translation>重复帧</translation></message>
<message><source>Repeated frames at equal distances, and hard cuts; reads the whole clip</source>
<translation>等间隔的重复帧和硬切；会读取整个素材</translation></message>
<message><source>Repeated seed frame</source>
<translation>重复的种子帧</translation></message>
<message><source>Replace…</source>
<translation>替换…</translation></message>
<message><source>Report</source>
<translation>报告</translation></message>
<message><source>Report of a mistake</source>
<translation>错误报告</translation></message>
<message><source>Report this with the clips concerned</source>
<translation>请连同相关素材一并报告</translation></message>
<message><source>Report with every boundary (.html)</source>
<translation>包含每个边界的报告 (.html)</translation></message>
<message><source>Reset</source>
<translation>重置</translation></message>
<message><source>Reset all</source>
<translation>全部重置</translation></message>
<message><source>Reset layout</source>
<translation>重置布局</translation></message>
<message><source>Reset to defaults</source>
<translation>恢复默认值</translation></message>
<message><source>Reset to {version}</source>
<translation>重置为 {version}</translation></message>
<message><source>Resolve</source>
<translation>标为已解决</translation></message>
<message><source>Resolve the note at</source>
<translation>将备注标为已解决于</translation></message>
<message><source>Resolved by {resolved_by}, {when}</source>
<translation>由 {resolved_by} 解决，{when}</translation></message>
<message><source>Resolving a note</source>
<translation>正在将备注标为已解决</translation></message>
<message><source>Restitch</source>
<translation>Restitch</translation></message>
<message><source>Restitch does not write {pixel_format}</source>
<translation>Restitch 不写 {pixel_format}</translation></message>
<message><source>Restitch found no input for the seed frame</source>
<translation>Restitch 未找到种子帧的输入</translation></message>
<message><source>Restitch found no video output</source>
<translation>Restitch 未找到视频输出</translation></message>
<message><source>Restitch found {several} the seed frame</source>
<translation>Restitch 发现{several}种子帧</translation></message>
<message><source>Restitch is free software under the GNU General Public License, version 3 or later. It comes without any warranty.

Qt and PySide6: LGPL 3. FFmpeg through PyAV: LGPL 2.1 or later, with parts under the GPL. OpenCV: Apache 2.0. Icons: Lucide, ISC, parts from Feather, MIT.</source>
<translation>Restitch 是自由软件，依 GNU 通用公共许可证第 3 版或更高版本发布，不附带任何担保。

Qt 和 PySide6：LGPL 3。通过 PyAV 使用的 FFmpeg：LGPL 2.1 或更高版本，部分为 GPL。OpenCV：Apache 2.0。图标：Lucide，ISC，部分来自 Feather，MIT。</translation></message>
<message><source>Restitch made a mistake</source>
<translation>Restitch 出了错</translation></message>
<message><source>Restitch made a mistake.</source>
<translation>Restitch 出了错。</translation></message>
<message><source>Restitch made a mistake: its window could not be made.</source>
<translation>Restitch 出错了：无法建立它的窗口。</translation></message>
<message><source>Restitch tries again; look at ComfyUI's own window if it goes on</source>
<translation>Restitch 会重试；若持续如此，请查看 ComfyUI 自己的窗口</translation></message>
<message><source>Restitch uploads the frame after the bridge itself</source>
<translation>桥接之后的帧由 Restitch 自行上传</translation></message>
<message><source>Restitch uploads the frame before the bridge itself</source>
<translation>桥接之前的帧由 Restitch 自行上传</translation></message>
<message><source>Restitch uploads the picture itself and would put it in the place of {a}</source>
<translation>图像由 Restitch 自行上传，并放在 {a} 的位置</translation></message>
<message><source>Restitch {a}</source>
<translation>Restitch {a}</translation></message>
<message><source>Restitch {version}</source>
<translation>Restitch {version}</translation></message>
<message><source>Restitch {version} is out.</source>
<translation>Restitch {version} 已发布。</translation></message>
<message><source>Restore it, or make another version current</source>
<translation>请恢复它，或将其他版本设为当前</translation></message>
<message><source>Restore the file and submit the job again, or choose another {what}</source>
<translation>请恢复文件并重新提交任务，或选择其他{what}</translation></message>
<message><source>Restore the file from a backup, or make another version current</source>
<translation>请从备份恢复文件，或将其他版本设为当前</translation></message>
<message><source>Result</source>
<translation>结果</translation></message>
<message><source>Result, the node whose video is taken</source>
<translation>结果，采用其视频的节点</translation></message>
<message><source>Retry</source>
<translation>重试</translation></message>
<message><source>Retry the render</source>
<translation>请重试渲染</translation></message>
<message><source>Review</source>
<translation>查看</translation></message>
<message><source>Revoke</source>
<translation>撤销</translation></message>
<message><source>Revoking a token</source>
<translation>正在撤销令牌</translation></message>
<message><source>Run the workflow in ComfyUI itself to see why, then submit the job again</source>
<translation>请在 ComfyUI 中直接运行工作流查明原因，然后重新提交任务</translation></message>
<message><source>SSIM of neighbouring frames in this scene: {told}</source>
<translation>本场景相邻帧的 SSIM：{told}</translation></message>
<message><source>SSIM {natural_min} to {natural_max}</source>
<translation>SSIM {natural_min} 到 {natural_max}</translation></message>
<message><source>SSIM {same} and {other}; motion {across} px, not {shift_px}</source>
<translation>SSIM {same} 和 {other}；运动 {across} px，而非 {shift_px}</translation></message>
<message><source>SSIM {ssim} and {ssim_2} are below {threshold}</source>
<translation>SSIM {ssim} 和 {ssim_2} 低于 {threshold}</translation></message>
<message><source>SSIM {ssim} is below {shown}</source>
<translation>SSIM {ssim} 低于 {shown}</translation></message>
<message><source>SSIM {value}, {a} dB</source>
<translation>SSIM {value}，{a} dB</translation></message>
<message><source>SSIM, 12 pairs each side</source>
<translation>SSIM，每侧 12 对</translation></message>
<message><source>Said {moment}</source>
<translation>判定于 {moment}</translation></message>
<message><source>Same</source>
<translation>相同</translation></message>
<message><source>Save</source>
<translation>保存</translation></message>
<message><source>Save as…</source>
<translation>另存为…</translation></message>
<message><source>Save frame</source>
<translation>保存帧</translation></message>
<message><source>Save note</source>
<translation>保存备注</translation></message>
<message><source>Save the report</source>
<translation>保存报告</translation></message>
<message><source>Save these values…</source>
<translation>保存这些值…</translation></message>
<message><source>Save values</source>
<translation>保存值</translation></message>
<message><source>Saved as {path}</source>
<translation>已保存为 {path}</translation></message>
<message><source>Saved {time}</source>
<translation>已保存 {time}</translation></message>
<message><source>Saved: what rendering all later segments again would have cost</source>
<translation>已节省：重新渲染后面所有片段所需的时间</translation></message>
<message><source>Saving the frame</source>
<translation>正在保存帧</translation></message>
<message><source>Say that it is good</source>
<translation>认可质量</translation></message>
<message><source>Say that it is good as it is; it is no longer stale then</source>
<translation>认可现状；之后不再视为过期</translation></message>
<message><source>Say where the clip lies, and put it back</source>
<translation>指出素材所在位置并放回</translation></message>
<message><source>Say which input it is under Workflow ▸ Inputs</source>
<translation>请在“工作流 ▸ 输入”中指明是哪个输入</translation></message>
<message><source>Say which with --scene</source>
<translation>请用 --scene 指明</translation></message>
<message><source>Say with Wrong call, in the menu of a boundary, where you see something else than Restitch. From several that agree it works out limits that fit this project better.</source>
<translation>如果您的看法与 Restitch 不同，请在边界菜单中用“判断有误”指出。根据多个一致的意见，它会算出更适合此项目的限值。</translation></message>
<message><source>Say yes a second time to remove it</source>
<translation>再次确认即可移除</translation></message>
<message><source>Scale of the difference, from same to very different</source>
<translation>差异标尺，从相同到差异很大</translation></message>
<message><source>Scene</source>
<translation>场景</translation></message>
<message><source>Scene 1</source>
<translation>场景 1</translation></message>
<message><source>Scene order</source>
<translation>场景顺序</translation></message>
<message><source>Scene · {count}</source>
<translation>场景 · {count}</translation></message>
<message><source>Scene: {a} segments, {width}×{height}, {b} fps</source>
<translation>场景：{a} 个片段，{width}×{height}，{b} fps</translation></message>
<message><source>Scenes are made from clips, each in a project of its own.</source>
<translation>场景由素材建立，每个场景一个项目。</translation></message>
<message><source>Scenes of this project: {names}</source>
<translation>此项目的场景：{names}</translation></message>
<message><source>Score {told}</source>
<translation>得分 {told}</translation></message>
<message><source>Screens: {a} ({platform})</source>
<translation>屏幕：{a}（{platform}）</translation></message>
<message><source>Scripts can check boundaries, regenerate, decide and export over HTTP. Only this computer is answered, web pages are refused, and every call needs the token.</source>
<translation>脚本可以通过 HTTP 检查边界、重新生成、作出决定和导出。只响应这台计算机，拒绝网页，每次调用都需要令牌。</translation></message>
<message><source>Search</source>
<translation>搜索</translation></message>
<message><source>Search actions</source>
<translation>搜索操作</translation></message>
<message><source>Search by action or key</source>
<translation>按操作或按键搜索</translation></message>
<message><source>Search by key or by what it does</source>
<translation>按按键或功能搜索</translation></message>
<message><source>Search shortcuts</source>
<translation>搜索快捷键</translation></message>
<message><source>See and correct what its inputs mean</source>
<translation>查看并更正其输入的含义</translation></message>
<message><source>See the list with: restitch servers</source>
<translation>查看列表：restitch servers</translation></message>
<message><source>Seed</source>
<translation>种子</translation></message>
<message><source>Seed frame</source>
<translation>种子帧</translation></message>
<message><source>Seed frame match</source>
<translation>与种子帧的一致性</translation></message>
<message><source>Seed frame, {where}</source>
<translation>种子帧，{where}</translation></message>
<message><source>Seed frame: {a}{b}</source>
<translation>种子帧：{a}{b}</translation></message>
<message><source>Seed of {node}</source>
<translation>{node} 的种子</translation></message>
<message><source>Seed {number}</source>
<translation>种子 {number}</translation></message>
<message><source>Seeds</source>
<translation>种子</translation></message>
<message><source>Segment</source>
<translation>片段</translation></message>
<message><source>Segment after segment</source>
<translation>逐个片段</translation></message>
<message><source>Segment {at_index} ends as it did before, so nothing after it is stale</source>
<translation>片段 {at_index} 的结尾与之前相同，其后没有过期</translation></message>
<message><source>Segment {a}</source>
<translation>片段 {a}</translation></message>
<message><source>Segment {a} has no v{number}</source>
<translation>片段 {a} 没有 v{number}</translation></message>
<message><source>Segment {a} has no workflow</source>
<translation>片段 {a} 没有工作流</translation></message>
<message><source>Segment {a} has {total} frames, and one has to play</source>
<translation>片段 {a} 有 {total} 帧，至少要播放一帧</translation></message>
<message><source>Segment {a} is segment {b} now</source>
<translation>片段 {a} 现在是片段 {b}</translation></message>
<message><source>Segment {a} is two now</source>
<translation>片段 {a} 现在是两个片段</translation></message>
<message><source>Segment {a} needs no re-anchoring</source>
<translation>片段 {a} 无需重新锚定</translation></message>
<message><source>Segment {a} stands in another place by now</source>
<translation>片段 {a} 现已在别的位置</translation></message>
<message><source>Segment {a} stands there already</source>
<translation>片段 {a} 已在那里</translation></message>
<message><source>Segment {a} v{number}</source>
<translation>片段 {a} v{number}</translation></message>
<message><source>Segment {a} v{number} was made from another file</source>
<translation>片段 {a} v{number} 来自另一个文件</translation></message>
<message><source>Segment {a} was taken out; its files stay</source>
<translation>片段 {a} 已移出；文件保留</translation></message>
<message><source>Segment {a}: v{number}</source>
<translation>片段 {a}：v{number}</translation></message>
<message><source>Segment {left} ends, segment {right} starts</source>
<translation>片段 {left} 结束，片段 {right} 开始</translation></message>
<message><source>Segment {number}</source>
<translation>片段 {number}</translation></message>
<message><source>Segment {number} cannot be regenerated from frame {a} on</source>
<translation>片段 {number} 无法从第 {a} 帧起重新生成</translation></message>
<message><source>Segment {number} cannot be split at frame {a}</source>
<translation>片段 {number} 无法在第 {a} 帧拆分</translation></message>
<message><source>Segment {number} is approved.</source>
<translation>片段 {number} 已批准。</translation></message>
<message><source>Segment {number} is left out: {reason}.</source>
<translation>略过片段 {number}：{reason}。</translation></message>
<message><source>Segment {number} of {count} is regenerated, {later} after may need re-checking</source>
<translation>共 {count} 个片段，重新生成第 {number} 个，其后 {later} 个可能需要重新检查</translation></message>
<message><source>Segment {number} was generated from a frame that has been replaced.</source>
<translation>片段 {number} 由已被替换的帧生成。</translation></message>
<message><source>Segment {number} was made from a picture that was chosen for it.</source>
<translation>片段 {number} 由为它选定的图像生成。</translation></message>
<message><source>Segment {number} {name}</source>
<translation>片段 {number} {name}</translation></message>
<message><source>Segment {number}, first{frame}</source>
<translation>片段 {number}，开头{frame}</translation></message>
<message><source>Segment {number}, last{frame}</source>
<translation>片段 {number}，末尾{frame}</translation></message>
<message><source>Segment {right} was generated from a frame that has been replaced</source>
<translation>片段 {right} 由已被替换的帧生成</translation></message>
<message><source>Segment {segment} failed</source>
<translation>片段 {segment} 失败</translation></message>
<message><source>Segment {segment} failed its checks</source>
<translation>片段 {segment} 未通过检查</translation></message>
<message><source>Segment {segment} waits for your choice</source>
<translation>片段 {segment} 等待您选择</translation></message>
<message><source>Segment {segment} was cancelled</source>
<translation>片段 {segment} 已取消</translation></message>
<message><source>Segment {segment}, </source>
<translation>片段 {segment}，</translation></message>
<message><source>Segment {segment}, {a}</source>
<translation>片段 {segment}，{a}</translation></message>
<message><source>Segments</source>
<translation>片段</translation></message>
<message><source>Segments {a}</source>
<translation>片段 {a}</translation></message>
<message><source>Segments {a} and {b} are too short, or the boundary on their other side uses the same frames</source>
<translation>片段 {a} 和 {b} 太短，或其另一侧的边界用到相同的帧</translation></message>
<message><source>Segments {first} to {last} of {count} are regenerated, {later} after may need re-checking</source>
<translation>共 {count} 个片段，重新生成第 {first} 至 {last} 个，其后 {later} 个可能需要重新检查</translation></message>
<message><source>Select a boundary first</source>
<translation>请先选择一个边界</translation></message>
<message><source>Select a boundary in the timeline</source>
<translation>请在时间线中选择一个边界</translation></message>
<message><source>Select a boundary in the timeline.</source>
<translation>请在时间线中选择一个边界。</translation></message>
<message><source>Select all segments</source>
<translation>选择全部片段</translation></message>
<message><source>Select one clip to cut it</source>
<translation>请选择一个素材进行切分</translation></message>
<message><source>Select pieces of one clip that follow each other</source>
<translation>请选择同一素材中前后相连的部分</translation></message>
<message><source>Server</source>
<translation>服务器</translation></message>
<message><source>Server of new jobs</source>
<translation>新任务的服务器</translation></message>
<message><source>Server: {url}, {version}, {how}</source>
<translation>服务器：{url}，{version}，{how}</translation></message>
<message><source>Servers</source>
<translation>服务器</translation></message>
<message><source>Servers and their queues</source>
<translation>服务器及其队列</translation></message>
<message><source>Servers…</source>
<translation>服务器…</translation></message>
<message><source>Serving the HTTP API</source>
<translation>正在提供 HTTP API</translation></message>
<message><source>Set in point</source>
<translation>设置入点</translation></message>
<message><source>Set its key under Settings ▸ Servers, or with: restitch servers add URL --key-stdin</source>
<translation>请在“设置 ▸ 服务器”中设置密钥，或用：restitch servers add URL --key-stdin</translation></message>
<message><source>Set out point</source>
<translation>设置出点</translation></message>
<message><source>Set the value of the node that feeds it</source>
<translation>请设置为其供值的节点的值</translation></message>
<message><source>Settings</source>
<translation>设置</translation></message>
<message><source>Settings…</source>
<translation>设置…</translation></message>
<message><source>Several takes with one seed would all be the same</source>
<translation>同一种子的多个备选会完全相同</translation></message>
<message><source>Several…</source>
<translation>多个…</translation></message>
<message><source>Sharp beside the sharpest, SSIM with the last one</source>
<translation>清晰度与最清晰的一帧相比，SSIM 与最后一帧相比</translation></message>
<message><source>Sharper</source>
<translation>更锐</translation></message>
<message><source>Sharpness</source>
<translation>清晰度</translation></message>
<message><source>Sharpness holds from start to end.</source>
<translation>清晰度始终保持。</translation></message>
<message><source>Sharpness lost from frame to frame</source>
<translation>逐帧损失的清晰度</translation></message>
<message><source>Sharpness lost over the segment</source>
<translation>整个片段损失的清晰度</translation></message>
<message><source>Sharpness ramp</source>
<translation>清晰度渐变</translation></message>
<message><source>Sharpness steps</source>
<translation>清晰度突变</translation></message>
<message><source>Sharpness {sharpness} · mean brightness {a} %</source>
<translation>清晰度 {sharpness} · 平均亮度 {a} %</translation></message>
<message><source>Shifted by {told}</source>
<translation>偏移 {told}</translation></message>
<message><source>Shortcuts</source>
<translation>快捷键</translation></message>
<message><source>Show</source>
<translation>显示</translation></message>
<message><source>Show fewer</source>
<translation>收起</translation></message>
<message><source>Show file</source>
<translation>显示文件</translation></message>
<message><source>Show hints</source>
<translation>显示提示</translation></message>
<message><source>Show in folder</source>
<translation>在文件夹中显示</translation></message>
<message><source>Show it</source>
<translation>显示</translation></message>
<message><source>Show log</source>
<translation>显示日志</translation></message>
<message><source>Show one now</source>
<translation>现在显示一条</translation></message>
<message><source>Show only boundaries or segments of one kind</source>
<translation>只显示某一类边界或片段</translation></message>
<message><source>Show preview</source>
<translation>显示预览</translation></message>
<message><source>Show segment {number}</source>
<translation>显示片段 {number}</translation></message>
<message><source>Show the field: {problem}</source>
<translation>显示字段：{problem}</translation></message>
<message><source>Show the whole scene</source>
<translation>显示整个场景</translation></message>
<message><source>Show v{number} as A</source>
<translation>将 v{number} 显示为 A</translation></message>
<message><source>Show v{number} as B</source>
<translation>将 v{number} 显示为 B</translation></message>
<message><source>Show {current}</source>
<translation>显示 {current}</translation></message>
<message><source>Show {hidden} more that were tried</source>
<translation>再显示 {hidden} 个试过的修复</translation></message>
<message><source>Shown in the timeline</source>
<translation>时间线中显示</translation></message>
<message><source>Shown in the timeline: {told}</source>
<translation>时间线中显示：{told}</translation></message>
<message><source>Shown now: {a} {b}</source>
<translation>当前显示：{a} {b}</translation></message>
<message><source>Side by side</source>
<translation>并排</translation></message>
<message><source>Similarity dips below what is natural here.</source>
<translation>相似度低于此处的自然范围。</translation></message>
<message><source>Similarity of neighbouring frames</source>
<translation>相邻帧的相似度</translation></message>
<message><source>Similarity of neighbouring frames: {a} at the boundary</source>
<translation>相邻帧的相似度：边界处 {a}</translation></message>
<message><source>Simplify it in ComfyUI</source>
<translation>请在 ComfyUI 中简化</translation></message>
<message><source>Single</source>
<translation>单画面</translation></message>
<message><source>Size</source>
<translation>尺寸</translation></message>
<message><source>Slightly softer: sharpness {percent}.</source>
<translation>略柔：清晰度 {percent}。</translation></message>
<message><source>Small picture</source>
<translation>缩略图</translation></message>
<message><source>Smooth</source>
<translation>平滑</translation></message>
<message><source>Smooth from</source>
<translation>高于此值平滑</translation></message>
<message><source>Smooth from {smooth}</source>
<translation>{smooth} 起为平滑</translation></message>
<message><source>Smooth it, or regenerate segment {right}.</source>
<translation>请平滑，或重新生成片段 {right}。</translation></message>
<message><source>Smooth ≥ {a}</source>
<translation>平滑 ≥ {a}</translation></message>
<message><source>Smoothed: {name}.</source>
<translation>已平滑：{name}。</translation></message>
<message><source>Smoothing a boundary</source>
<translation>正在平滑边界</translation></message>
<message><source>Softening</source>
<translation>变柔</translation></message>
<message><source>Softens the picture</source>
<translation>使画面变柔</translation></message>
<message><source>Softer</source>
<translation>更柔</translation></message>
<message><source>Softness is handed on: the next segment starts from the last frame.</source>
<translation>模糊会传递：下一片段从最后一帧开始。</translation></message>
<message><source>Something else was decided meanwhile</source>
<translation>其间另有决定</translation></message>
<message><source>Sound</source>
<translation>声音</translation></message>
<message><source>Sound at {what} %.</source>
<translation>音量 {what} %。</translation></message>
<message><source>Sound is off: {what}.</source>
<translation>声音已关闭：{what}。</translation></message>
<message><source>Sound muted</source>
<translation>静音</translation></message>
<message><source>Sound {percent}</source>
<translation>声音 {percent}</translation></message>
<message><source>Speed {speed_text}</source>
<translation>速度 {speed_text}</translation></message>
<message><source>Speed {speed}</source>
<translation>速度 {speed}</translation></message>
<message><source>Split at this frame</source>
<translation>在此帧处拆分</translation></message>
<message><source>Split segment {}</source>
<translation>拆分片段 {}</translation></message>
<message><source>Splitting segment {a}</source>
<translation>正在拆分片段 {a}</translation></message>
<message><source>Splitting the segment</source>
<translation>正在拆分片段</translation></message>
<message><source>Stale</source>
<translation>过期</translation></message>
<message><source>Stale segments</source>
<translation>过期片段</translation></message>
<message><source>Stale · follows {a}</source>
<translation>过期 · 跟随 {a}</translation></message>
<message><source>Stale · seed changed</source>
<translation>过期 · 种子帧已变</translation></message>
<message><source>Stale: follows segment {number}, whose seed frame changed.</source>
<translation>过期：跟随片段 {number}，其种子帧已改变。</translation></message>
<message><source>Stale: its seed frame is no longer the last frame before it.</source>
<translation>过期：它的种子帧已不是前一片段的最后一帧。</translation></message>
<message><source>Standing still</source>
<translation>静止</translation></message>
<message><source>Start ComfyUI on this computer</source>
<translation>在这台计算机上启动 ComfyUI</translation></message>
<message><source>Start ComfyUI, or give the address of another server</source>
<translation>请启动 ComfyUI，或给出其他服务器的地址</translation></message>
<message><source>Start ComfyUI, or save the workflow there with "Export (API)" and add that file</source>
<translation>请启动 ComfyUI，或在其中用“Export (API)”保存工作流并添加该文件</translation></message>
<message><source>Start image</source>
<translation>起始图像</translation></message>
<message><source>Start image of the scene</source>
<translation>场景的起始图像</translation></message>
<message><source>Start image {name}</source>
<translation>起始图片 {name}</translation></message>
<message><source>Start local ComfyUI</source>
<translation>启动本机 ComfyUI</translation></message>
<message><source>Start of the scene</source>
<translation>场景开头</translation></message>
<message><source>Starting…</source>
<translation>正在启动…</translation></message>
<message><source>State</source>
<translation>状态</translation></message>
<message><source>Stays a candidate until I choose it</source>
<translation>保持候选，直到我选择它</translation></message>
<message><source>Steers the end of segment {number} to frame {frame}, so boundary {boundary} is likely to stay smooth.</source>
<translation>让片段 {number} 的结尾走向第 {frame} 帧，使边界 {boundary} 更可能保持平滑。</translation></message>
<message><source>Steps</source>
<translation>步数</translation></message>
<message><source>Still open. You can export all the same.</source>
<translation>仍有待办。您仍然可以导出。</translation></message>
<message><source>Stop</source>
<translation>停止</translation></message>
<message><source>Stop counting</source>
<translation>停止统计</translation></message>
<message><source>Stopped</source>
<translation>已停止</translation></message>
<message><source>Stopped after {done} of {total} fixes.</source>
<translation>试过 {done} / {total} 种修复后停止。</translation></message>
<message><source>Stopped. Nothing was written.</source>
<translation>已停止。没有写入任何内容。</translation></message>
<message><source>Stopping…</source>
<translation>正在停止…</translation></message>
<message><source>Strict</source>
<translation>严格</translation></message>
<message><source>Stronger difference</source>
<translation>增强差异</translation></message>
<message><source>Submit again</source>
<translation>重新提交</translation></message>
<message><source>Submit it again</source>
<translation>请重新提交</translation></message>
<message><source>Submit it again to render it</source>
<translation>重新提交即可渲染</translation></message>
<message><source>Submit the job again</source>
<translation>请重新提交任务</translation></message>
<message><source>Submitting the job again</source>
<translation>正在重新提交任务</translation></message>
<message><source>Swap A and B</source>
<translation>对调 A 与 B</translation></message>
<message><source>Tab moves from field to field and stays so.</source>
<translation>Tab 用于在字段间移动，不可更改。</translation></message>
<message><source>Table of the boundaries (.csv)</source>
<translation>边界表格 (.csv)</translation></message>
<message><source>Take</source>
<translation>备选</translation></message>
<message><source>Take back</source>
<translation>撤回</translation></message>
<message><source>Take back the decision on</source>
<translation>撤回决定：</translation></message>
<message><source>Take back wrong call</source>
<translation>撤回判断有误</translation></message>
<message><source>Take over</source>
<translation>占用</translation></message>
<message><source>Take strokes away, or make two notes</source>
<translation>请减少笔画，或分成两条备注</translation></message>
<message><source>Take the decision back</source>
<translation>撤回决定</translation></message>
<message><source>Take the last stroke back</source>
<translation>撤销最后一笔</translation></message>
<message><source>Take theirs: {said}</source>
<translation>采用对方的：{said}</translation></message>
<message><source>Takes</source>
<translation>备选</translation></message>
<message><source>Taking back the verdict on {name}</source>
<translation>正在撤回对 {name} 的判定</translation></message>
<message><source>Taking over jobs</source>
<translation>正在接管任务</translation></message>
<message><source>Taking the fix of {name} away</source>
<translation>正在移除 {name} 的修复</translation></message>
<message><source>Tell me when a newer Restitch is out</source>
<translation>有更新版本的 Restitch 时告诉我</translation></message>
<message><source>Tell me when renders are done or have failed</source>
<translation>渲染完成或失败时告诉我</translation></message>
<message><source>Ten frames back</source>
<translation>后退十帧</translation></message>
<message><source>Ten frames forward</source>
<translation>前进十帧</translation></message>
<message><source>Test connection</source>
<translation>测试连接</translation></message>
<message><source>Text of the note</source>
<translation>备注文字</translation></message>
<message><source>Text size</source>
<translation>文字大小</translation></message>
<message><source>That place cannot be looked at: {strerror}</source>
<translation>无法查看该位置：{strerror}</translation></message>
<message><source>That segment was taken out of the scene</source>
<translation>该片段已从场景中移出</translation></message>
<message><source>The API key was kept for the old address. Give it again.</source>
<translation>API 密钥属于旧地址。请重新输入。</translation></message>
<message><source>The boundary could not be read. The log has the details.</source>
<translation>无法读取边界。详情见日志。</translation></message>
<message><source>The boundary runs smoothly: leave it as it is.</source>
<translation>边界平滑：保持现状。</translation></message>
<message><source>The bridge needs more frames than there are</source>
<translation>桥接所需的帧数超过现有帧数</translation></message>
<message><source>The certificate file cannot be used</source>
<translation>无法使用证书文件</translation></message>
<message><source>The clip cannot be cut at frame {a}</source>
<translation>素材无法在第 {a} 帧切开</translation></message>
<message><source>The clip carries no workflow</source>
<translation>素材中没有工作流</translation></message>
<message><source>The clip is not cut</source>
<translation>素材未切分</translation></message>
<message><source>The clip of {a}{b} is missing</source>
<translation>{a}{b} 的素材缺失</translation></message>
<message><source>The clips are being read</source>
<translation>正在读取素材</translation></message>
<message><source>The clips cannot overlap by {overlap} frames</source>
<translation>素材不能重叠 {overlap} 帧</translation></message>
<message><source>The colours change</source>
<translation>颜色发生改变</translation></message>
<message><source>The content jumps by {moved} px beyond its own motion</source>
<translation>内容跳动 {moved} px，超出其自身运动</translation></message>
<message><source>The demo's pictures are drawn, not generated by a model.</source>
<translation>演示的画面是绘制的，不是模型生成的。</translation></message>
<message><source>The disk is full</source>
<translation>磁盘已满</translation></message>
<message><source>The download stopped early</source>
<translation>下载提前中断</translation></message>
<message><source>The downloaded bridge has vanished</source>
<translation>下载的桥接已丢失</translation></message>
<message><source>The downloaded render has vanished</source>
<translation>下载的渲染已丢失</translation></message>
<message><source>The end frame is given twice</source>
<translation>结束帧给了两次</translation></message>
<message><source>The end of segment {a} cannot be pinned</source>
<translation>片段 {a} 的末端无法固定</translation></message>
<message><source>The file could not be written</source>
<translation>无法写入文件</translation></message>
<message><source>The file is damaged there. Restore it from a backup, or render the clip again.</source>
<translation>文件在那里损坏。请从备份恢复，或重新渲染素材。</translation></message>
<message><source>The file name does not end in a video format</source>
<translation>文件名没有以视频格式结尾</translation></message>
<message><source>The file of v{number} was purged</source>
<translation>v{number} 的文件已移除</translation></message>
<message><source>The file of {name} was removed before</source>
<translation>{name} 的文件先前已移除</translation></message>
<message><source>The file was changed {at}.</source>
<translation>文件在 {at} 被改动。</translation></message>
<message><source>The film is not this scene as it is now</source>
<translation>该影片不是当前的场景</translation></message>
<message><source>The film would replace one of the scene's own clips</source>
<translation>影片会覆盖场景自身的一个素材</translation></message>
<message><source>The fine texture changes</source>
<translation>细纹理改变</translation></message>
<message><source>The first frame is not the seed frame ({figures}).</source>
<translation>第一帧不是种子帧（{figures}）。</translation></message>
<message><source>The first frames of {name} are kept by a take that is being made</source>
<translation>正在生成的一个备选沿用了 {name} 的前几帧</translation></message>
<message><source>The fix of boundary {name} is taken away</source>
<translation>边界 {name} 的修复已移除</translation></message>
<message><source>The fixes could not be tried. The log has the details.</source>
<translation>无法试用修复。详情见日志。</translation></message>
<message><source>The folder cannot be written to</source>
<translation>无法写入文件夹</translation></message>
<message><source>The folder does not exist</source>
<translation>文件夹不存在</translation></message>
<message><source>The folder holds no clips</source>
<translation>文件夹中没有素材</translation></message>
<message><source>The folder is there already</source>
<translation>文件夹已存在</translation></message>
<message><source>The frame before segment {segment} has changed meanwhile</source>
<translation>片段 {segment} 之前的帧其间已改变</translation></message>
<message><source>The frame it was made from has been replaced. Regenerate it, or approve it as it is.</source>
<translation>生成它的帧已被替换。请重新生成，或按现状批准。</translation></message>
<message><source>The frames of the fix at this boundary cannot be read</source>
<translation>无法读取此边界修复的帧</translation></message>
<message><source>The frames on both sides of each cut, to move it; of one clip, or pieces of one</source>
<translation>每个切点两侧的帧，可用来移动切点；用于一个素材，或同一素材的若干段</translation></message>
<message><source>The frames to keep of v{number} of segment {a} are gone</source>
<translation>片段 {a} 的 v{number} 中要保留的帧已不在</translation></message>
<message><source>The inspector</source>
<translation>检查器</translation></message>
<message><source>The job goes on as soon as one of them answers</source>
<translation>一旦有服务器响应，任务就会继续</translation></message>
<message><source>The job is {value} and cannot become {value_2}</source>
<translation>任务是 {value}，不能变为 {value_2}</translation></message>
<message><source>The key goes out as “Authorization: Bearer”, and is kept in the system keyring. A certificate file (PEM) is needed for https where this computer does not know who signed the server's certificate.</source>
<translation>密钥以“Authorization: Bearer”发送，并保存在系统密钥环中。如果这台计算机不认识服务器证书的签发者，https 需要证书文件 (PEM)。</translation></message>
<message><source>The keyring does not hand out the server's key</source>
<translation>密钥环没有给出服务器的密钥</translation></message>
<message><source>The last frame comes before the first</source>
<translation>最后一帧在第一帧之前</translation></message>
<message><source>The last server stays in the list</source>
<translation>最后一台服务器保留在列表中</translation></message>
<message><source>The last server stays in the list. Take its tick away to turn it off</source>
<translation>最后一个服务器保留在列表中。取消勾选即可停用</translation></message>
<message><source>The length of this workflow cannot be set</source>
<translation>此工作流的长度无法设置</translation></message>
<message><source>The limit of {value} lies between {lowest_limit} and {highest_limit}</source>
<translation>{value} 的限值介于 {lowest_limit} 和 {highest_limit} 之间</translation></message>
<message><source>The limits are {a}</source>
<translation>限值有 {a}</translation></message>
<message><source>The limits have changed</source>
<translation>限值已改变</translation></message>
<message><source>The list of servers cannot be read</source>
<translation>无法读取服务器列表</translation></message>
<message><source>The list of servers cannot be read ({path}: {strerror}).</source>
<translation>无法读取服务器列表（{path}：{strerror}）。</translation></message>
<message><source>The list of servers is being changed by another program</source>
<translation>另一个程序正在更改服务器列表</translation></message>
<message><source>The list of servers is damaged ({path}: {strerror}).</source>
<translation>服务器列表已损坏（{path}：{strerror}）。</translation></message>
<message><source>The list of servers was damaged. It was set aside as {aside}.</source>
<translation>服务器列表已损坏，已另存为 {aside}。</translation></message>
<message><source>The log has the details.</source>
<translation>详情见日志。</translation></message>
<message><source>The log is empty: nothing has gone wrong</source>
<translation>日志为空：没有出错</translation></message>
<message><source>The log is {log}</source>
<translation>日志位于 {log}</translation></message>
<message><source>The lossless copy of {name} is not exact</source>
<translation>{name} 的无损副本不精确</translation></message>
<message><source>The menus act on all of them, the buttons here on this one.</source>
<translation>菜单作用于全部，此处按钮只作用于这一个。</translation></message>
<message><source>The motion around it was not measured: too few or too small frames</source>
<translation>未测量周围的运动：帧太少或太小</translation></message>
<message><source>The motion goes on differently</source>
<translation>运动以不同方式继续</translation></message>
<message><source>The motion jumps ahead</source>
<translation>运动向前跳跃</translation></message>
<message><source>The motion stalls for a moment</source>
<translation>运动短暂停顿</translation></message>
<message><source>The motion turns around</source>
<translation>运动方向反转</translation></message>
<message><source>The name is too long</source>
<translation>名称太长</translation></message>
<message><source>The name must end in {names}</source>
<translation>名称必须以 {names} 结尾</translation></message>
<message><source>The new frames are here and are being measured…</source>
<translation>新帧已到，正在测量…</translation></message>
<message><source>The new frames have another size than the scene</source>
<translation>新帧的尺寸与场景不同</translation></message>
<message><source>The new frames of the bridge have vanished</source>
<translation>桥接的新帧已丢失</translation></message>
<message><source>The new version could not be saved</source>
<translation>无法保存新版本</translation></message>
<message><source>The new version has {told}.</source>
<translation>新版本有 {told}。</translation></message>
<message><source>The old version stays in the scene.</source>
<translation>旧版本仍留在场景中。</translation></message>
<message><source>The one that is found</source>
<translation>自动找到的</translation></message>
<message><source>The one {version} was made with</source>
<translation>制作 {version} 所用的</translation></message>
<message><source>The only segment cannot be removed</source>
<translation>唯一的片段不能移除</translation></message>
<message><source>The original one</source>
<translation>原来的</translation></message>
<message><source>The others are {width}×{height} at {a} fps: convert it first</source>
<translation>其他的是 {width}×{height}、{a} fps：请先转换</translation></message>
<message><source>The output node did not run</source>
<translation>输出节点没有运行</translation></message>
<message><source>The output node made no video</source>
<translation>输出节点没有生成视频</translation></message>
<message><source>The outputs are {named}</source>
<translation>输出有 {named}</translation></message>
<message><source>The picture changes all over. Regenerating may work better.</source>
<translation>画面整体改变。重新生成可能更好。</translation></message>
<message><source>The picture has lost sharpness in {frames_in_words}.</source>
<translation>画面失去清晰度：{frames_in_words}。</translation></message>
<message><source>The picture is being read</source>
<translation>正在读取图片</translation></message>
<message><source>The picture is frozen for {seconds} s, {frames_in_words}.</source>
<translation>画面静止 {seconds} 秒，{frames_in_words}。</translation></message>
<message><source>The picture is missing</source>
<translation>图片缺失</translation></message>
<message><source>The picture is scaled or turned a little</source>
<translation>画面略有缩放或旋转</translation></message>
<message><source>The picture is too large for the server</source>
<translation>图像对服务器来说太大</translation></message>
<message><source>The picture jumps at {where}: {value} times the usual change.</source>
<translation>画面在{where}处跳变：为通常变化的 {value} 倍。</translation></message>
<message><source>The picture never stands still.</source>
<translation>画面从不静止。</translation></message>
<message><source>The picture that is uploaded</source>
<translation>上传的图片</translation></message>
<message><source>The picture turns soft at once at frame {a}.</source>
<translation>画面在第 {a} 帧突然变柔。</translation></message>
<message><source>The pictures of {name} are too narrow to be compared</source>
<translation>{name} 的画面太窄，无法比较</translation></message>
<message><source>The pictures of {name} change their size</source>
<translation>{name} 的画面尺寸有变化</translation></message>
<message><source>The place where kept and new frames meet is visible at frame {a}.</source>
<translation>保留帧与新帧的衔接处在第 {a} 帧可见。</translation></message>
<message><source>The players</source>
<translation>播放器</translation></message>
<message><source>The program ended at once.
{told}
</source>
<translation>程序立即结束。
{told}
</translation></message>
<message><source>The program that wrote it has ended</source>
<translation>写入它的程序已结束</translation></message>
<message><source>The project cannot be locked for running jobs</source>
<translation>无法锁定项目以运行任务</translation></message>
<message><source>The project cannot be written to</source>
<translation>无法写入项目</translation></message>
<message><source>The project could not be made</source>
<translation>无法建立项目</translation></message>
<message><source>The project database cannot be opened</source>
<translation>无法打开项目数据库</translation></message>
<message><source>The project database could not be backed up</source>
<translation>无法备份项目数据库</translation></message>
<message><source>The project database could not be read or written</source>
<translation>无法读写项目数据库</translation></message>
<message><source>The project database is damaged</source>
<translation>项目数据库已损坏</translation></message>
<message><source>The project database is damaged, and there is no sound backup of it</source>
<translation>项目数据库已损坏，且没有完好的备份</translation></message>
<message><source>The project database is gone</source>
<translation>项目数据库已不在</translation></message>
<message><source>The project folder could not be made</source>
<translation>无法创建项目文件夹</translation></message>
<message><source>The project has no scene</source>
<translation>项目没有场景</translation></message>
<message><source>The project has no workflow yet. Add one from a file, a clip that ComfyUI made, or a server's history, or drop it here.</source>
<translation>项目还没有工作流。请从文件、ComfyUI 制作的素材或服务器历史中添加，或拖到这里。</translation></message>
<message><source>The project has several scenes</source>
<translation>项目有多个场景</translation></message>
<message><source>The project is as it was on {when} UTC.</source>
<translation>项目已恢复到 {when} UTC 时的状态。</translation></message>
<message><source>The project is in use</source>
<translation>项目正在使用中</translation></message>
<message><source>The project leaves it to you which take becomes current</source>
<translation>项目设定由您决定哪个备选成为当前</translation></message>
<message><source>The project was closed</source>
<translation>项目已关闭</translation></message>
<message><source>The project's folder of exports is a link</source>
<translation>项目的导出文件夹是一个链接</translation></message>
<message><source>The reason is too long</source>
<translation>理由太长</translation></message>
<message><source>The remedy finds nothing to change here</source>
<translation>此处没有可用该方法修正之处</translation></message>
<message><source>The remedy needs more frames than there are</source>
<translation>该修复所需的帧数超过现有帧数</translation></message>
<message><source>The render was stopped on the server</source>
<translation>渲染在服务器上被停止</translation></message>
<message><source>The rest stands back. “Next shown” goes from one to the next</source>
<translation>其余的退到后面。“下一个显示项”会逐个前往</translation></message>
<message><source>The result is an empty file</source>
<translation>结果是空文件</translation></message>
<message><source>The result is larger than allowed</source>
<translation>结果超过允许的大小</translation></message>
<message><source>The result is no longer on the server</source>
<translation>结果已不在服务器上</translation></message>
<message><source>The right side goes on from the left one's last frame</source>
<translation>右侧接续左侧的最后一帧</translation></message>
<message><source>The right side is {percent} % {word}</source>
<translation>右侧{word} {percent} %</translation></message>
<message><source>The right side is {word}</source>
<translation>右侧{word}</translation></message>
<message><source>The right side was made from anything else</source>
<translation>右侧由其他内容制作</translation></message>
<message><source>The same for each</source>
<translation>每个都相同</translation></message>
<message><source>The scene gets {scene}, nearest to {name} ({picture}){steps}.</source>
<translation>场景采用 {scene}，最接近 {name}（{picture}）{steps}。</translation></message>
<message><source>The scene gets {scene}, the size of {name}.</source>
<translation>场景采用 {scene}，即 {name} 的尺寸。</translation></message>
<message><source>The scene gets {scene}: the shape of {name} ({picture}), with about as many pixels as the workflow makes ({by}){steps}.</source>
<translation>场景采用 {scene}：取 {name}（{picture}）的形状，像素数约为工作流所生成的（{by}）{steps}。</translation></message>
<message><source>The scene has frames 1 to {frame_count}.</source>
<translation>场景的帧号为 1 到 {frame_count}。</translation></message>
<message><source>The scene has no such frame</source>
<translation>场景中没有这一帧</translation></message>
<message><source>The scene has one segment: no boundary</source>
<translation>场景只有一个片段：没有边界</translation></message>
<message><source>The scene is {width}×{height} at {a} fps: convert it first</source>
<translation>该场景是 {width}×{height}、{a} fps：请先转换</translation></message>
<message><source>The scene's order was changed, but a boundary cannot be measured</source>
<translation>场景顺序已改变，但有一个边界无法测量</translation></message>
<message><source>The seed frame has another size than the scene</source>
<translation>种子帧的尺寸与场景不同</translation></message>
<message><source>The seed frame is given twice</source>
<translation>种子帧给了两次</translation></message>
<message><source>The seed frame is no setting of the workflow</source>
<translation>种子帧不是工作流的设置</translation></message>
<message><source>The seed frame is not known. Choose a picture.</source>
<translation>种子帧未知。请选择图片。</translation></message>
<message><source>The seed frame of segment {a} is not known</source>
<translation>片段 {a} 的种子帧未知</translation></message>
<message><source>The segment before it is like the first ones of its chain</source>
<translation>前一片段与其链条开头的片段一致</translation></message>
<message><source>The segment hardly moves.</source>
<translation>片段几乎不动。</translation></message>
<message><source>The segment moves throughout.</source>
<translation>片段始终在运动。</translation></message>
<message><source>The segments stand in another order by now</source>
<translation>片段的顺序其间已改变</translation></message>
<message><source>The server did not hand out the result</source>
<translation>服务器没有交出结果</translation></message>
<message><source>The server does not accept the API key</source>
<translation>服务器不接受 API 密钥</translation></message>
<message><source>The server gave the prompt another id</source>
<translation>服务器给提示换了另一个标识</translation></message>
<message><source>The server has another file by that name: {filename}</source>
<translation>服务器上同名的是另一个文件：{filename}</translation></message>
<message><source>The server lacks a node</source>
<translation>服务器缺少一个节点</translation></message>
<message><source>The server lacks {a}</source>
<translation>服务器缺少 {a}</translation></message>
<message><source>The server lost segment {segment}</source>
<translation>服务器丢失了片段 {segment}</translation></message>
<message><source>The server made {count} frames where {length} were asked for</source>
<translation>服务器生成了 {count} 帧，而要求的是 {length} 帧</translation></message>
<message><source>The server named a file outside its folder</source>
<translation>服务器给出的文件在其文件夹之外</translation></message>
<message><source>The server no longer knows this job</source>
<translation>服务器已不认识此任务</translation></message>
<message><source>The server no longer knows this job. It was not sent again.</source>
<translation>服务器已不认识此任务。没有再次提交。</translation></message>
<message><source>The server no longer knows this render</source>
<translation>服务器不再知道这次渲染</translation></message>
<message><source>The server ran out of memory</source>
<translation>服务器内存不足</translation></message>
<message><source>The server refused</source>
<translation>服务器拒绝了</translation></message>
<message><source>The server sends us to another address</source>
<translation>服务器转向另一个地址</translation></message>
<message><source>The server wants an API key</source>
<translation>服务器要求 API 密钥</translation></message>
<message><source>The server's certificate is not trusted</source>
<translation>不信任服务器的证书</translation></message>
<message><source>The server's key cannot be read</source>
<translation>无法读取服务器的密钥</translation></message>
<message><source>The server's key cannot be used</source>
<translation>服务器的密钥无法使用</translation></message>
<message><source>The stored shortcuts could not be read. The usual keys are in use.</source>
<translation>无法读取已保存的快捷键，正在使用默认快捷键。</translation></message>
<message><source>The subgraph {a} contains itself</source>
<translation>子图 {a} 包含自身</translation></message>
<message><source>The subgraph {a} lies too deep</source>
<translation>子图 {a} 嵌套太深</translation></message>
<message><source>The system's own</source>
<translation>系统自带的</translation></message>
<message><source>The timeline</source>
<translation>时间线</translation></message>
<message><source>The token cannot be kept</source>
<translation>无法保存令牌</translation></message>
<message><source>The treatment of its boundary needs the frames there</source>
<translation>其边界的处理用到那里的帧</translation></message>
<message><source>The two frames are less alike</source>
<translation>两帧不够相似</translation></message>
<message><source>The two sides show different pictures: {regenerate}, declare a cut, or choose the dissolve and see it as one.</source>
<translation>两侧画面不同：{regenerate}、声明为切点，或选择叠化并接受其观感。</translation></message>
<message><source>The values of this preset that the workflow has no place for were left out: {names}</source>
<translation>此预设中工作流没有对应位置的值已略去：{names}</translation></message>
<message><source>The verdict V is the largest of the scores below, each divided by its limit. A lower limit takes a measure more seriously. With too few frames to say what is natural, SSIM decides.</source>
<translation>判定值 V 是下列各分值除以各自限值后的最大者。限值越低，该项度量越受重视。若帧数太少，无法判断何为自然，则由 SSIM 决定。</translation></message>
<message><source>The verdict on boundary {name} is taken back</source>
<translation>对边界 {name} 的判定已撤回</translation></message>
<message><source>The verdict on {name} is taken back</source>
<translation>对 {name} 的判定已撤回</translation></message>
<message><source>The video could not be encoded</source>
<translation>无法编码视频</translation></message>
<message><source>The whole picture is shifted</source>
<translation>整个画面发生位移</translation></message>
<message><source>The whole scene</source>
<translation>整个场景</translation></message>
<message><source>The window could not be photographed</source>
<translation>无法截取窗口</translation></message>
<message><source>The window shows nothing</source>
<translation>窗口没有显示内容</translation></message>
<message><source>The window speaks it from the next start on. Reports and files stay in English.</source>
<translation>从下次启动起用于窗口。报告和文件仍为英文。</translation></message>
<message><source>The workflow</source>
<translation>工作流</translation></message>
<message><source>The workflow cannot be read</source>
<translation>无法读取工作流</translation></message>
<message><source>The workflow has no input {place}</source>
<translation>工作流没有输入 {place}</translation></message>
<message><source>The workflow has no node that saves a result.</source>
<translation>工作流没有保存结果的节点。</translation></message>
<message><source>The workflow has no such output node</source>
<translation>工作流没有这样的输出节点</translation></message>
<message><source>The workflow is being read</source>
<translation>正在读取工作流</translation></message>
<message><source>The workflow of segment {a}</source>
<translation>片段 {a} 的工作流</translation></message>
<message><source>The workflow of segment {segment}</source>
<translation>片段 {segment} 的工作流</translation></message>
<message><source>The wrong calls do not speak for one change{left_out}</source>
<translation>这些误判并不支持同一改动{left_out}</translation></message>
<message><source>The {a} of a bridge cannot be set</source>
<translation>桥接的 {a} 无法设置</translation></message>
<message><source>The {what} cannot be read</source>
<translation>无法读取{what}</translation></message>
<message><source>Their difference cannot be shown.</source>
<translation>无法显示其差异。</translation></message>
<message><source>Theme</source>
<translation>主题</translation></message>
<message><source>Then regenerate {later} too</source>
<translation>然后也重新生成 {later}</translation></message>
<message><source>There are more lines than segments: {count} line used.</source>
<translation>行数多于片段数：使用 {count} 行。</translation></message>
<message><source>There are more lines than segments: {count} lines used.</source>
<translation>行数多于片段数：使用 {count} 行。</translation></message>
<message><source>There are no cut points</source>
<translation>没有切点</translation></message>
<message><source>There are no frames to export</source>
<translation>没有可导出的帧</translation></message>
<message><source>There are no frames to write</source>
<translation>没有可写入的帧</translation></message>
<message><source>There are {a}</source>
<translation>现有 {a}</translation></message>
<message><source>There are {a} frames, not {total}.</source>
<translation>有 {a} 帧，而非 {total} 帧。</translation></message>
<message><source>There are {known}</source>
<translation>现有 {known}</translation></message>
<message><source>There are {nominal} frames in a second, counted from 0</source>
<translation>一秒有 {nominal} 帧，从 0 计数</translation></message>
<message><source>There is a line in Wipe only</source>
<translation>只有划像模式有分界线</translation></message>
<message><source>There is a project already</source>
<translation>那里已有项目</translation></message>
<message><source>There is a project in that folder already</source>
<translation>该文件夹中已有项目</translation></message>
<message><source>There is already a project here</source>
<translation>这里已有项目</translation></message>
<message><source>There is already a scene named {name}</source>
<translation>已有名为 {name} 的场景</translation></message>
<message><source>There is already a scene named {scene_name}</source>
<translation>已有名为 {scene_name} 的场景</translation></message>
<message><source>There is already a scene of that name</source>
<translation>已有同名场景</translation></message>
<message><source>There is no Restitch project here</source>
<translation>这里没有 Restitch 项目</translation></message>
<message><source>There is no boundary after segment {a}</source>
<translation>片段 {a} 之后没有边界</translation></message>
<message><source>There is no boundary {place}</source>
<translation>{place}没有边界</translation></message>
<message><source>There is no difference to show</source>
<translation>没有可显示的差异</translation></message>
<message><source>There is no job with id {job_id}</source>
<translation>没有编号为 {job_id} 的任务</translation></message>
<message><source>There is no limit named {key}</source>
<translation>没有名为 {key} 的限值</translation></message>
<message><source>There is no node {node_id}</source>
<translation>没有节点 {node_id}</translation></message>
<message><source>There is no note with id {note_id}</source>
<translation>没有编号为 {note_id} 的备注</translation></message>
<message><source>There is no other</source>
<translation>没有其他的</translation></message>
<message><source>There is no picture at this frame</source>
<translation>这一帧没有画面</translation></message>
<message><source>There is no picture numbered {numbers}{more}</source>
<translation>没有编号为 {numbers}{more} 的图像</translation></message>
<message><source>There is no place {a}</source>
<translation>没有位置 {a}</translation></message>
<message><source>There is no policy named {name}</source>
<translation>没有名为 {name} 的策略</translation></message>
<message><source>There is no preset with id {preset_id}</source>
<translation>没有编号为 {preset_id} 的预设</translation></message>
<message><source>There is no project here</source>
<translation>这里没有项目</translation></message>
<message><source>There is no remedy {name}</source>
<translation>没有名为 {name} 的修复</translation></message>
<message><source>There is no right to look into that folder</source>
<translation>没有查看该文件夹的权限</translation></message>
<message><source>There is no run with id {run_id}</source>
<translation>没有编号为 {run_id} 的运行</translation></message>
<message><source>There is no scene "{name}"</source>
<translation>没有场景“{name}”</translation></message>
<message><source>There is no scene with id {scene_id}</source>
<translation>没有编号为 {scene_id} 的场景</translation></message>
<message><source>There is no seed frame {back} frames before the end</source>
<translation>末尾前 {back} 帧处没有种子帧</translation></message>
<message><source>There is no segment after it</source>
<translation>其后没有片段</translation></message>
<message><source>There is no segment before the first one</source>
<translation>第一个片段之前没有片段</translation></message>
<message><source>There is no segment {a}</source>
<translation>没有片段 {a}</translation></message>
<message><source>There is no server yet. Add one in the settings.</source>
<translation>还没有服务器。请在设置中添加。</translation></message>
<message><source>There is no such certificate file</source>
<translation>没有这个证书文件</translation></message>
<message><source>There is no such conflict</source>
<translation>没有这个冲突</translation></message>
<message><source>There is no such file</source>
<translation>没有这个文件</translation></message>
<message><source>There is no timecode {a}</source>
<translation>没有时间码 {a}</translation></message>
<message><source>There is no value called {key}</source>
<translation>没有名为 {key} 的值</translation></message>
<message><source>There is no version with id {version_id}</source>
<translation>没有编号为 {version_id} 的版本</translation></message>
<message><source>There is no version yet to keep frames of</source>
<translation>还没有可保留其帧的版本</translation></message>
<message><source>There is no workflow to look at</source>
<translation>没有可查看的工作流</translation></message>
<message><source>There is no workflow with id {workflow_id}</source>
<translation>没有编号为 {workflow_id} 的工作流</translation></message>
<message><source>There is nothing to accept</source>
<translation>没有可接受的内容</translation></message>
<message><source>There is nothing to redo</source>
<translation>没有可重做的操作</translation></message>
<message><source>There is nothing to undo</source>
<translation>没有可撤销的操作</translation></message>
<message><source>There is too much in the drawing</source>
<translation>绘图内容过多</translation></message>
<message><source>These are kept in the project.</source>
<translation>这些设置保存在项目中。</translation></message>
<message><source>These frames are not in the scene</source>
<translation>这些帧不在场景中</translation></message>
<message><source>These limits cannot be meant</source>
<translation>这些限值不可能是本意</translation></message>
<message><source>They are {width}×{height}, the scene {width_2}×{height_2}</source>
<translation>它们是 {width}×{height}，场景是 {width_2}×{height_2}</translation></message>
<message><source>They were set meanwhile</source>
<translation>其间已被设置</translation></message>
<message><source>This ComfyUI is too old for Restitch. Update it</source>
<translation>此 ComfyUI 对 Restitch 来说太旧。请更新</translation></message>
<message><source>This address is in the list already</source>
<translation>此地址已在列表中</translation></message>
<message><source>This computer</source>
<translation>这台计算机</translation></message>
<message><source>This could not be checked on {server_name}: {a}.</source>
<translation>无法在 {server_name} 上检查：{a}。</translation></message>
<message><source>This file holds no workflow</source>
<translation>此文件中没有工作流</translation></message>
<message><source>This file is not a Restitch project</source>
<translation>此文件不是 Restitch 项目</translation></message>
<message><source>This file is of another Restitch</source>
<translation>此文件来自另一个版本的 Restitch</translation></message>
<message><source>This frame cannot be shown</source>
<translation>无法显示这一帧</translation></message>
<message><source>This is all there is. Read it, then copy or save it and send it to whoever looks after Restitch where you are. Restitch itself sends nothing.</source>
<translation>全部内容在此。请阅读后复制或保存，发给负责维护 Restitch 的人。Restitch 自身不发送任何内容。</translation></message>
<message><source>This is how Restitch tells you that renders are done.</source>
<translation>Restitch 这样提示渲染已完成。</translation></message>
<message><source>This is no hand-over file</source>
<translation>这不是交接文件</translation></message>
<message><source>This is no name for a timeline</source>
<translation>这不能用作时间线的名称</translation></message>
<message><source>This is not a ComfyUI workflow</source>
<translation>这不是 ComfyUI 工作流</translation></message>
<message><source>This is not a server address</source>
<translation>这不是服务器地址</translation></message>
<message><source>This is not an API key</source>
<translation>这不是 API 密钥</translation></message>
<message><source>This length could not be tried. The log has the details.</source>
<translation>无法试用这一长度。详情见日志。</translation></message>
<message><source>This name cannot be used</source>
<translation>无法使用此名称</translation></message>
<message><source>This program serves no API.</source>
<translation>此程序不提供 API。</translation></message>
<message><source>This project</source>
<translation>此项目</translation></message>
<message><source>This project has no segments yet.</source>
<translation>此项目还没有片段。</translation></message>
<message><source>This project has no token: nobody is let in.</source>
<translation>此项目没有令牌：不允许任何访问。</translation></message>
<message><source>This project is open elsewhere.</source>
<translation>此项目已在别处打开。</translation></message>
<message><source>This project is read-only.</source>
<translation>此项目为只读。</translation></message>
<message><source>This project was made by an older Restitch</source>
<translation>此项目由较旧的 Restitch 建立</translation></message>
<message><source>This project's token was made on {day}.</source>
<translation>此项目的令牌生成于 {day}。</translation></message>
<message><source>This render did not finish</source>
<translation>此次渲染没有完成</translation></message>
<message><source>This renders {a} one after the other.</source>
<translation>将依次渲染 {a}。</translation></message>
<message><source>This scene has no segments yet</source>
<translation>此场景还没有片段</translation></message>
<message><source>This seed</source>
<translation>此种子</translation></message>
<message><source>This segment has one version: there is nothing to compare yet</source>
<translation>此片段只有一个版本：尚无可比较的内容</translation></message>
<message><source>This server has {a}.</source>
<translation>此服务器有 {a}。</translation></message>
<message><source>This server is not in the list</source>
<translation>列表中没有此服务器</translation></message>
<message><source>This server remembers no finished render.</source>
<translation>此服务器没有已完成渲染的记录。</translation></message>
<message><source>This system's keyring does not keep the key: it is held until Restitch ends. For every run, set {variable_of}.</source>
<translation>此系统的密钥环不保存密钥：它只保留到 Restitch 退出。若要长期使用，请设置 {variable_of}。</translation></message>
<message><source>This token cannot be used</source>
<translation>无法使用此令牌</translation></message>
<message><source>This was noticed {at}.</source>
<translation>发现于 {at}。</translation></message>
<message><source>This will regenerate segment {a}.</source>
<translation>将重新生成片段 {a}。</translation></message>
<message><source>This will regenerate {named}</source>
<translation>将重新生成{named}</translation></message>
<message><source>This will regenerate {segments}: {count} prompt with a new seed.</source>
<translation>将重新生成 {segments}：{count} 个提示，使用新种子。</translation></message>
<message><source>This will regenerate {segments}: {count} prompts, one for each with a new seed.</source>
<translation>将重新生成 {segments}：{count} 个提示，各用一个新种子。</translation></message>
<message><source>This workflow cannot be converted</source>
<translation>无法转换此工作流</translation></message>
<message><source>This workflow has no {key}</source>
<translation>此工作流没有 {key}</translation></message>
<message><source>This workflow has too many nodes</source>
<translation>此工作流的节点太多</translation></message>
<message><source>This workflow holds values that no server takes</source>
<translation>此工作流含有服务器不接受的值</translation></message>
<message><source>This workflow is damaged</source>
<translation>此工作流已损坏</translation></message>
<message><source>This workflow is empty</source>
<translation>此工作流为空</translation></message>
<message><source>This workflow is in ComfyUI's UI format</source>
<translation>此工作流是 ComfyUI 的 UI 格式</translation></message>
<message><source>This workflow is in the editor's format. A server has to say what its nodes take before its inputs are known.</source>
<translation>此工作流是编辑器格式。需要服务器说明其节点接受什么，才能知道它的输入。</translation></message>
<message><source>This workflow is nested too deeply</source>
<translation>此工作流嵌套太深</translation></message>
<message><source>This workflow is too entangled</source>
<translation>此工作流过于复杂</translation></message>
<message><source>This workflow is too large</source>
<translation>此工作流太大</translation></message>
<message><source>This workflow takes no end frame</source>
<translation>此工作流不接受结束帧</translation></message>
<message><source>This would change {count} boundaries: {names} and {more} more.</source>
<translation>这将改变 {count} 个边界：{names}，以及另外 {more} 个。</translation></message>
<message><source>This would change {count} boundaries: {names}.</source>
<translation>这将改变 {count} 个边界：{names}。</translation></message>
<message><source>This would change {count} boundary: {names}.</source>
<translation>这将改变 {count} 个边界：{names}。</translation></message>
<message><source>Thumbnails</source>
<translation>缩略图</translation></message>
<message><source>Timeline</source>
<translation>时间线</translation></message>
<message><source>Timeline for Final Cut Pro and Resolve (.fcpxml)</source>
<translation>Final Cut Pro 和 Resolve 时间线 (.fcpxml)</translation></message>
<message><source>Timeline for OpenTimelineIO (.otio)</source>
<translation>OpenTimelineIO 时间线 (.otio)</translation></message>
<message><source>Timeline zoom</source>
<translation>时间线缩放</translation></message>
<message><source>To go back to it: restitch verify "{parent}" --repair</source>
<translation>若要恢复到该备份：restitch verify "{parent}" --repair</translation></message>
<message><source>To print it, or to send it</source>
<translation>用于打印或发送</translation></message>
<message><source>Today {time}</source>
<translation>今天 {time}</translation></message>
<message><source>Toggle</source>
<translation>切换</translation></message>
<message><source>Token</source>
<translation>令牌</translation></message>
<message><source>Too few segments to tell.</source>
<translation>片段太少，无法判断。</translation></message>
<message><source>Too little or too much movement does not go with its neighbours.</source>
<translation>运动过少或过多都与相邻片段不协调。</translation></message>
<message><source>Totals</source>
<translation>合计</translation></message>
<message><source>Try again</source>
<translation>重试</translation></message>
<message><source>Try again in a moment</source>
<translation>请稍后重试</translation></message>
<message><source>Try again; the log has the details</source>
<translation>请重试；详情见日志</translation></message>
<message><source>Try again…</source>
<translation>重试…</translation></message>
<message><source>Try another method, or regenerate segment {right}.</source>
<translation>请换一种方法，或重新生成片段 {right}。</translation></message>
<message><source>Try fewer frames or a smaller size, or free the server's memory</source>
<translation>请减少帧数或尺寸，或释放服务器内存</translation></message>
<message><source>Try fixes</source>
<translation>试用修复</translation></message>
<message><source>Try now</source>
<translation>立即重试</translation></message>
<message><source>Try the demo</source>
<translation>试用演示</translation></message>
<message><source>Try the remedy again</source>
<translation>请再试一次该修复</translation></message>
<message><source>Trying a fix</source>
<translation>正在试用修复</translation></message>
<message><source>Trying a length</source>
<translation>正在试用长度</translation></message>
<message><source>Trying remedies for {label}</source>
<translation>正在为 {label} 试用修复</translation></message>
<message><source>Trying the fixes</source>
<translation>正在试用修复</translation></message>
<message><source>Turn one on in Settings</source>
<translation>请在设置中开启一台</translation></message>
<message><source>Turning a server on or off</source>
<translation>正在启用或停用服务器</translation></message>
<message><source>Type to search</source>
<translation>输入以搜索</translation></message>
<message><source>Under plain SSIM nothing is proposed</source>
<translation>普通 SSIM 下不提出建议</translation></message>
<message><source>Under review</source>
<translation>审阅中</translation></message>
<message><source>Undo</source>
<translation>撤销</translation></message>
<message><source>Undo is in the Edit menu. {stays}</source>
<translation>撤销在“编辑”菜单中。{stays}</translation></message>
<message><source>Undo that to bring it back</source>
<translation>撤销该操作即可恢复</translation></message>
<message><source>Undo {step}</source>
<translation>撤销：{step}</translation></message>
<message><source>Undone</source>
<translation>已撤销</translation></message>
<message><source>Unit · defaults</source>
<translation>单位 · 默认值</translation></message>
<message><source>Unlock the system's keyring, or set {variable_of}</source>
<translation>请解锁系统密钥环，或设置 {variable_of}</translation></message>
<message><source>Unpack some subgraphs in ComfyUI</source>
<translation>请在 ComfyUI 中展开一些子图</translation></message>
<message><source>Unpin</source>
<translation>取消固定</translation></message>
<message><source>Unsure: choose</source>
<translation>不确定：请选择</translation></message>
<message><source>Up</source>
<translation>上移</translation></message>
<message><source>Up and down show each take at the same frame</source>
<translation>用上下键在同一帧查看各个备选</translation></message>
<message><source>Up to the chosen seed frame</source>
<translation>到所选种子帧为止</translation></message>
<message><source>Up to {longest_note} characters are kept</source>
<translation>最多保留 {longest_note} 个字符</translation></message>
<message><source>Uploading the end frame</source>
<translation>正在上传结束帧</translation></message>
<message><source>Uploading the {start}</source>
<translation>正在上传{start}</translation></message>
<message><source>Use .mp4, .mov or .mkv</source>
<translation>请使用 .mp4、.mov 或 .mkv</translation></message>
<message><source>Use a name as it is listed</source>
<translation>请使用列表中的名称</translation></message>
<message><source>Use a smaller picture, or start ComfyUI with a larger --max-upload-size</source>
<translation>请使用较小的图像，或以更大的 --max-upload-size 启动 ComfyUI</translation></message>
<message><source>Use a take, then continue the run</source>
<translation>请使用一个备选，然后继续运行</translation></message>
<message><source>Use an OpenTimelineIO file instead</source>
<translation>请改用 OpenTimelineIO 文件</translation></message>
<message><source>Use an image-to-video workflow</source>
<translation>请使用图生视频工作流</translation></message>
<message><source>Use another version, put the file back, or regenerate it.</source>
<translation>请改用其他版本、放回文件或重新生成。</translation></message>
<message><source>Use http://HOST:PORT</source>
<translation>请使用 http://HOST:PORT</translation></message>
<message><source>Use it for segments whose clips carry no workflow</source>
<translation>用于素材不带工作流的片段</translation></message>
<message><source>Use that address if it is ComfyUI's; a page to sign in needs an API key instead</source>
<translation>若那是 ComfyUI 的地址请改用它；若是登录页面，则需要 API 密钥</translation></message>
<message><source>Use the name that the certificate names</source>
<translation>请使用证书中的名称</translation></message>
<message><source>Use the newer Restitch on both sides</source>
<translation>请双方都使用较新的 Restitch</translation></message>
<message><source>Use these limits</source>
<translation>使用这些限值</translation></message>
<message><source>Use up to {longest_name}</source>
<translation>最多使用 {longest_name} 个</translation></message>
<message><source>Use up to {longest_reason}; a note can be longer</source>
<translation>最多 {longest_reason}；备注可以更长</translation></message>
<message><source>Use v{number}</source>
<translation>使用 v{number}</translation></message>
<message><source>Use {named}</source>
<translation>使用 {named}</translation></message>
<message><source>Use {server}</source>
<translation>使用 {server}</translation></message>
<message><source>Using another version</source>
<translation>正在切换版本</translation></message>
<message><source>Usual length</source>
<translation>常用长度</translation></message>
<message><source>Verdict on {place}</source>
<translation>对 {place} 的判定</translation></message>
<message><source>Version</source>
<translation>版本</translation></message>
<message><source>Version {number}, {role}, {badge}</source>
<translation>版本 {number}，{role}，{badge}</translation></message>
<message><source>Versions</source>
<translation>版本</translation></message>
<message><source>Versions, quality, parameters and notes are hidden until you have chosen in the blind comparison.</source>
<translation>在盲测比较中作出选择之前，版本、质量、参数和备注均被隐藏。</translation></message>
<message><source>Very different</source>
<translation>差异很大</translation></message>
<message><source>View</source>
<translation>视图</translation></message>
<message><source>Visible and undecided</source>
<translation>可见且未决定</translation></message>
<message><source>Visible below</source>
<translation>低于此值为可见</translation></message>
<message><source>Visible below (too few frames)</source>
<translation>低于此值为可见（帧数太少）</translation></message>
<message><source>Visible below {threshold}</source>
<translation>低于 {threshold} 可见</translation></message>
<message><source>Visible from</source>
<translation>可见，从</translation></message>
<message><source>Visible jump</source>
<translation>可见跳变</translation></message>
<message><source>Visible jumps</source>
<translation>可见跳变</translation></message>
<message><source>Wait for it, or cancel it</source>
<translation>请等待其完成，或将其取消</translation></message>
<message><source>Wait for it, or cancel it first</source>
<translation>请等待它，或先取消它</translation></message>
<message><source>Wait for it, or end it first</source>
<translation>请等待它，或先结束它</translation></message>
<message><source>Wait for the last one, or cancel them</source>
<translation>请等最后一个完成，或取消它们</translation></message>
<message><source>Waited in vain until {what}</source>
<translation>等待未果：{what}</translation></message>
<message><source>Waiting</source>
<translation>等待中</translation></message>
<message><source>Waiting for a free server</source>
<translation>等待空闲服务器</translation></message>
<message><source>Waiting for the server</source>
<translation>等待服务器</translation></message>
<message><source>Waits for a server</source>
<translation>等待服务器</translation></message>
<message><source>Wanders off</source>
<translation>发生漂移</translation></message>
<message><source>Warns from</source>
<translation>警告从</translation></message>
<message><source>Waveform</source>
<translation>波形图</translation></message>
<message><source>Weaker difference</source>
<translation>减弱差异</translation></message>
<message><source>What ComfyUI is working on. You can go on reviewing meanwhile; a finished take waits here for your look, and a failed one says why.</source>
<translation>ComfyUI 正在处理的内容。其间可以继续审片；完成的备选在这里等您查看，失败的会说明原因。</translation></message>
<message><source>What a server renders now is finished and kept</source>
<translation>服务器正在渲染的会完成并保留</translation></message>
<message><source>What can be done about the clip</source>
<translation>可对素材进行的操作</translation></message>
<message><source>What happened</source>
<translation>经过</translation></message>
<message><source>What quality checks pass</source>
<translation>质量检查的合格标准</translation></message>
<message><source>What the inputs of {name} mean</source>
<translation>{name} 各输入的含义</translation></message>
<message><source>What v{number} was generated from</source>
<translation>v{number} 的生成来源</translation></message>
<message><source>What was decided since is not in it.</source>
<translation>此后作出的决定不在其中。</translation></message>
<message><source>What was decided since is not in it. The damaged database lies beside it: {name}.</source>
<translation>此后作出的决定不在其中。损坏的数据库位于旁边：{name}。</translation></message>
<message><source>What was finished is kept. The log has the details.</source>
<translation>已完成的内容会保留。日志中有详细信息。</translation></message>
<message><source>What was finished is kept. There is a report, which was sent to nobody.</source>
<translation>已完成的内容都已保留。有一份报告，没有发给任何人。</translation></message>
<message><source>What was finished is kept. There is a report, which was sent to nobody: {file}</source>
<translation>已完成的内容会保留。有一份报告，没有发送给任何人：{file}</translation></message>
<message><source>When a render is finished</source>
<translation>渲染完成时</translation></message>
<message><source>Where kept frames meet the render, a step would show inside the segment.</source>
<translation>保留帧与渲染衔接处若有台阶，会在片段内显现。</translation></message>
<message><source>Where two segments meet, a mark says how it looks: ● smooth, ▲ borderline, ✕ a visible jump. Open one to see why, and to smooth it.</source>
<translation>两个片段相接处有一个标记说明效果：● 平滑，▲ 临界，✕ 可见跳变。打开即可查看原因并平滑。</translation></message>
<message><source>Which of the two holds?</source>
<translation>以哪一个为准？</translation></message>
<message><source>Which open points are listed</source>
<translation>列出哪些待办事项</translation></message>
<message><source>While the window is away</source>
<translation>窗口不在前台时</translation></message>
<message><source>White: now. Blue, dashed: after the selected fix. Grey: natural</source>
<translation>白色：当前。蓝色虚线：所选修复之后。灰色：自然范围</translation></message>
<message><source>Why this version needs work</source>
<translation>此版本需要返工的理由</translation></message>
<message><source>Why? Enter accepts, Esc cancels</source>
<translation>理由？回车接受，Esc 取消</translation></message>
<message><source>Why? Enter marks it, Esc cancels</source>
<translation>理由？回车标记，Esc 取消</translation></message>
<message><source>Width</source>
<translation>宽度</translation></message>
<message><source>Width of the scene in pixels</source>
<translation>场景宽度（像素）</translation></message>
<message><source>Window</source>
<translation>窗口</translation></message>
<message><source>Wipe</source>
<translation>划像</translation></message>
<message><source>Wipe and difference</source>
<translation>划像与差异</translation></message>
<message><source>Wipe line to the left</source>
<translation>划像线左移</translation></message>
<message><source>Wipe line to the right</source>
<translation>划像线右移</translation></message>
<message><source>With a drawing on the frame</source>
<translation>帧上带有绘图</translation></message>
<message><source>With these limits: {counts}</source>
<translation>按这些限值：{counts}</translation></message>
<message><source>With these limits: {counts} (now {before})</source>
<translation>按这些限值：{counts}（现在 {before}）</translation></message>
<message><source>Withdraw approval</source>
<translation>撤回批准</translation></message>
<message><source>Withdraw the verdict on</source>
<translation>撤回判定：</translation></message>
<message><source>Withdraw verdict</source>
<translation>撤回判定</translation></message>
<message><source>Without a fix</source>
<translation>未修复</translation></message>
<message><source>Without https the key can be read by others on its way to the server.</source>
<translation>没有 https 时，密钥在传往服务器途中可能被他人读取。</translation></message>
<message><source>Workbench</source>
<translation>工作台</translation></message>
<message><source>Workflow</source>
<translation>工作流</translation></message>
<message><source>Workflow from a server</source>
<translation>来自服务器的工作流</translation></message>
<message><source>Workflow inputs</source>
<translation>工作流输入</translation></message>
<message><source>Workflow inputs…</source>
<translation>工作流输入…</translation></message>
<message><source>Workflows (*.json *.png *.webp *.mp4 *.mkv *.webm *.mov);;All files (*)</source>
<translation>工作流 (*.json *.png *.webp *.mp4 *.mkv *.webm *.mov);;所有文件 (*)</translation></message>
<message><source>Workflows (*.json);;All files (*)</source>
<translation>工作流 (*.json);;所有文件 (*)</translation></message>
<message><source>Workflows of the project</source>
<translation>项目的工作流</translation></message>
<message><source>Workflows of this project: {known}</source>
<translation>此项目的工作流：{known}</translation></message>
<message><source>Working…</source>
<translation>处理中…</translation></message>
<message><source>Worse</source>
<translation>更差</translation></message>
<message><source>Worst first</source>
<translation>最差的在前</translation></message>
<message><source>Write a frame (405), a step (+10 or -10), or a timecode (00:00:25:01).</source>
<translation>请输入帧号 (405)、步长 (+10 或 -10) 或时间码 (00:00:25:01)。</translation></message>
<message><source>Write it as hours:minutes:seconds:frames</source>
<translation>请写成 时:分:秒:帧</translation></message>
<message><source>Write one with restitch handover</source>
<translation>请用 restitch handover 写出一个</translation></message>
<message><source>Writing the master</source>
<translation>正在写入母版</translation></message>
<message><source>Writing {name}</source>
<translation>正在写入 {name}</translation></message>
<message><source>Written by {author}, {when}</source>
<translation>{author} 写于 {when}</translation></message>
<message><source>Wrong call</source>
<translation>判断有误</translation></message>
<message><source>Wrong calls say how far each measure of the continuity policy is to be trusted</source>
<translation>误判说明连续性策略的各项度量有多可信</translation></message>
<message><source>Wrong calls speak about the continuity policy. Under plain SSIM nothing is proposed.</source>
<translation>误判针对连续性策略。使用纯 SSIM 时不提出建议。</translation></message>
<message><source>Yellow</source>
<translation>黄色</translation></message>
<message><source>Yellow begins above 0 and red not below yellow, up to {largest_verdict}</source>
<translation>黄色从 0 以上开始，红色不低于黄色，最大 {largest_verdict}</translation></message>
<message><source>Yellower</source>
<translation>偏黄</translation></message>
<message><source>Yesterday</source>
<translation>昨天</translation></message>
<message><source>Yesterday {time}</source>
<translation>昨天 {time}</translation></message>
<message><source>You can keep reviewing and smoothing. Regenerating waits until it is back.</source>
<translation>您可以继续审片和平滑。重新生成将等到它恢复。</translation></message>
<message><source>You can keep reviewing and smoothing. Regenerating waits until one is back.</source>
<translation>您可以继续审片和平滑。重新生成将等到有一个恢复。</translation></message>
<message><source>You chose v{number}</source>
<translation>选择了 v{number}</translation></message>
<message><source>You chose v{number}, the current one.</source>
<translation>选择了 v{number}，即当前版本。</translation></message>
<message><source>You chose v{number}.</source>
<translation>选择了 v{number}。</translation></message>
<message><source>You have {version}. Nothing was downloaded.</source>
<translation>当前为 {version}。没有下载任何内容。</translation></message>
<message><source>You saw no difference.</source>
<translation>看不出差别。</translation></message>
<message><source>Zoom in</source>
<translation>放大</translation></message>
<message><source>Zoom out</source>
<translation>缩小</translation></message>
<message><source>Zoom picture</source>
<translation>缩放画面</translation></message>
<message><source>Zoom timeline in</source>
<translation>放大时间线</translation></message>
<message><source>Zoom timeline out</source>
<translation>缩小时间线</translation></message>
<message><source>Zoom: fits, at {percent}</source>
<translation>缩放：适合，{percent}</translation></message>
<message><source>a change of the order noted as {detail}</source>
<translation>顺序改动，记录为 {detail}</translation></message>
<message><source>a cut</source>
<translation>切点</translation></message>
<message><source>a drawing</source>
<translation>一幅绘图</translation></message>
<message><source>a drawing noted as {stored}</source>
<translation>绘图，记录为 {stored}</translation></message>
<message><source>a frame is shown</source>
<translation>帧已显示</translation></message>
<message><source>a message larger than any of ComfyUI's</source>
<translation>一条比 ComfyUI 任何消息都大的消息</translation></message>
<message><source>a new name noted as {detail}</source>
<translation>新名称，记录为 {detail}</translation></message>
<message><source>a note noted as {record}</source>
<translation>备注，记录为 {record}</translation></message>
<message><source>a number</source>
<translation>一个数字</translation></message>
<message><source>a picture</source>
<translation>一幅图像</translation></message>
<message><source>a preset noted as {stored}</source>
<translation>预设，记录为 {stored}</translation></message>
<message><source>a removed segment, v{number}</source>
<translation>已移除的片段，v{number}</translation></message>
<message><source>a run</source>
<translation>一个运行</translation></message>
<message><source>a run's versions noted as {stored}</source>
<translation>运行的版本，记录为 {stored}</translation></message>
<message><source>a size of {width}x{height}, not {a}x{b}</source>
<translation>尺寸为 {width}x{height}，而非 {a}x{b}</translation></message>
<message><source>a subgraph's input</source>
<translation>子图的输入</translation></message>
<message><source>a subgraph{a} whose definition is not in the file</source>
<translation>子图{a}，其定义不在文件中</translation></message>
<message><source>a verdict noted as {one}</source>
<translation>判定，记录为 {one}</translation></message>
<message><source>a verdict noted as {stored}</source>
<translation>判定，记录为 {stored}</translation></message>
<message><source>a version</source>
<translation>一个版本</translation></message>
<message><source>a visible jump</source>
<translation>可见跳变</translation></message>
<message><source>accepted as is</source>
<translation>按现状接受</translation></message>
<message><source>accepted boundary {boundary} as is</source>
<translation>按现状接受了边界 {boundary}</translation></message>
<message><source>adds a jerk</source>
<translation>增加抖动</translation></message>
<message><source>adds a stall</source>
<translation>增加停顿</translation></message>
<message><source>after segment {a}</source>
<translation>片段 {a} 之后</translation></message>
<message><source>all are turned off</source>
<translation>全部已关闭</translation></message>
<message><source>always becomes current</source>
<translation>总是成为当前版本</translation></message>
<message><source>an answer over {answer_bytes} bytes</source>
<translation>超过 {answer_bytes} 字节的响应</translation></message>
<message><source>an approval noted as {upstream}</source>
<translation>批准，记录为 {upstream}</translation></message>
<message><source>an empty value</source>
<translation>空值</translation></message>
<message><source>and {beyond} more</source>
<translation>以及另外 {beyond} 个</translation></message>
<message><source>another one</source>
<translation>另一个</translation></message>
<message><source>another shot</source>
<translation>另一个镜头</translation></message>
<message><source>any server</source>
<translation>任意服务器</translation></message>
<message><source>approve</source>
<translation>批准</translation></message>
<message><source>approved</source>
<translation>已批准</translation></message>
<message><source>approved {version} and others with it</source>
<translation>批准了 {version} 以及相关片段</translation></message>
<message><source>are</source>
<translation>已</translation></message>
<message><source>as it is</source>
<translation>按现状</translation></message>
<message><source>as it was before the file changed</source>
<translation>文件更改之前的数值</translation></message>
<message><source>asked for segment {segment}</source>
<translation>请求了片段 {segment}</translation></message>
<message><source>asked for segment {segment} again</source>
<translation>再次请求了片段 {segment}</translation></message>
<message><source>asking</source>
<translation>正在询问</translation></message>
<message><source>at most</source>
<translation>最多</translation></message>
<message><source>at step {done} of {total}</source>
<translation>在第 {done} / {total} 步</translation></message>
<message><source>becomes current when its checks pass</source>
<translation>检查通过后成为当前版本</translation></message>
<message><source>becomes the video itself</source>
<translation>成为视频本身</translation></message>
<message><source>before segment 1</source>
<translation>片段 1 之前</translation></message>
<message><source>bindings noted as {stored}</source>
<translation>绑定记录为 {stored}</translation></message>
<message><source>blind comparison</source>
<translation>盲测比较</translation></message>
<message><source>bluer</source>
<translation>偏蓝</translation></message>
<message><source>borderline</source>
<translation>临界</translation></message>
<message><source>borderline boundaries</source>
<translation>临界边界</translation></message>
<message><source>borderline boundary</source>
<translation>临界边界</translation></message>
<message><source>borderline, SSIM {a}</source>
<translation>临界，SSIM {a}</translation></message>
<message><source>both are visible jumps</source>
<translation>两处都是可见跳变</translation></message>
<message><source>boundaries not checked</source>
<translation>边界未检查</translation></message>
<message><source>boundary not checked</source>
<translation>边界未检查</translation></message>
<message><source>boundary {a} | {b}</source>
<translation>边界 {a} | {b}</translation></message>
<message><source>bridge</source>
<translation>新帧</translation></message>
<message><source>brighter</source>
<translation>更亮</translation></message>
<message><source>brightness, contrast, chroma and sharpness stay near the first segments</source>
<translation>亮度、对比度、色度和清晰度都接近前几个片段</translation></message>
<message><source>can't be found</source>
<translation>找不到</translation></message>
<message><source>cancelled</source>
<translation>已取消</translation></message>
<message><source>cancelling</source>
<translation>正在取消</translation></message>
<message><source>carries</source>
<translation>均</translation></message>
<message><source>carry</source>
<translation>均</translation></message>
<message><source>changed how boundaries are judged</source>
<translation>更改了边界的判定方式</translation></message>
<message><source>changed the project's settings</source>
<translation>更改了项目设置</translation></message>
<message><source>checking</source>
<translation>正在检查</translation></message>
<message><source>chose {version} over {other} in a blind comparison</source>
<translation>在盲测比较中选择了 {version} 而非 {other}</translation></message>
<message><source>chosen by hand</source>
<translation>手动选择</translation></message>
<message><source>closed by the server</source>
<translation>被服务器关闭</translation></message>
<message><source>colour map</source>
<translation>颜色映射</translation></message>
<message><source>colours change</source>
<translation>颜色改变</translation></message>
<message><source>connection refused</source>
<translation>连接被拒绝</translation></message>
<message><source>converted to {told}</source>
<translation>已转换为 {told}</translation></message>
<message><source>cooler</source>
<translation>偏冷</translation></message>
<message><source>crash report</source>
<translation>错误报告</translation></message>
<message><source>current</source>
<translation>当前</translation></message>
<message><source>cut</source>
<translation>切点</translation></message>
<message><source>cut without loss</source>
<translation>无损切分</translation></message>
<message><source>d MMM</source>
<translation>M月d日</translation></message>
<message><source>d MMM yyyy</source>
<translation>yyyy年M月d日</translation></message>
<message><source>damaged</source>
<translation>已损坏</translation></message>
<message><source>damaged shortcuts</source>
<translation>损坏的快捷键</translation></message>
<message><source>darker</source>
<translation>更暗</translation></message>
<message><source>declared boundary {boundary} a cut</source>
<translation>将边界 {boundary} 声明为切点</translation></message>
<message><source>detail × {a}</source>
<translation>细节 × {a}</translation></message>
<message><source>dissolve</source>
<translation>叠化</translation></message>
<message><source>does not help</source>
<translation>没有帮助</translation></message>
<message><source>doesn't match</source>
<translation>不匹配</translation></message>
<message><source>done</source>
<translation>完成</translation></message>
<message><source>done in {duration}</source>
<translation>用时 {duration}</translation></message>
<message><source>doubles contours</source>
<translation>使轮廓重影</translation></message>
<message><source>edited a note at {version}</source>
<translation>编辑了 {version} 的备注</translation></message>
<message><source>encoded, it is what {a} starts from</source>
<translation>编码后是 {a} 的起点</translation></message>
<message><source>end frame</source>
<translation>结束帧</translation></message>
<message><source>exported the scene</source>
<translation>导出了场景</translation></message>
<message><source>fade</source>
<translation>淡化</translation></message>
<message><source>failed</source>
<translation>失败</translation></message>
<message><source>fails from</source>
<translation>不合格从</translation></message>
<message><source>feeds {name} of {a}</source>
<translation>供给 {a} 的 {name}</translation></message>
<message><source>finds nothing to change here</source>
<translation>此处无可改动</translation></message>
<message><source>first frame</source>
<translation>第一帧</translation></message>
<message><source>first picture of {name} of {a}</source>
<translation>{a} 的 {name} 的第一幅图像</translation></message>
<message><source>fix</source>
<translation>修复</translation></message>
<message><source>flip A and B</source>
<translation>切换 A 和 B</translation></message>
<message><source>flow luma</source>
<translation>光流亮度</translation></message>
<message><source>frame</source>
<translation>帧</translation></message>
<message><source>frame drop</source>
<translation>丢帧</translation></message>
<message><source>frame shown twice</source>
<translation>帧重复</translation></message>
<message><source>frame {a} is damaged</source>
<translation>第 {a} 帧已损坏</translation></message>
<message><source>frame {number}</source>
<translation>第 {number} 帧</translation></message>
<message><source>frames {a} → {b}</source>
<translation>帧 {a} → {b}</translation></message>
<message><source>frames {range}</source>
<translation>帧 {range}</translation></message>
<message><source>go on with it as it is</source>
<translation>按现状继续</translation></message>
<message><source>goes through {a}</source>
<translation>经过 {a}</translation></message>
<message><source>greener</source>
<translation>偏绿</translation></message>
<message><source>guides {a} at frame {b}</source>
<translation>在第 {b} 帧引导 {a}</translation></message>
<message><source>half a px</source>
<translation>半个像素</translation></message>
<message><source>handed over</source>
<translation>已交接</translation></message>
<message><source>handed-off frame</source>
<translation>移交的帧</translation></message>
<message><source>has an</source>
<translation>已有</translation></message>
<message><source>have an</source>
<translation>已有</translation></message>
<message><source>holds {a}…</source>
<translation>含有 {a}…</translation></message>
<message><source>idle</source>
<translation>空闲</translation></message>
<message><source>imported the clips</source>
<translation>导入了素材</translation></message>
<message><source>in point at frame {a}</source>
<translation>入点在第 {a} 帧</translation></message>
<message><source>in the scene now</source>
<translation>现在在场景中</translation></message>
<message><source>in to out</source>
<translation>入点到出点</translation></message>
<message><source>in-betweens</source>
<translation>中间帧</translation></message>
<message><source>inspect and smooth</source>
<translation>查看并平滑</translation></message>
<message><source>is</source>
<translation>已</translation></message>
<message><source>is connected to {a}</source>
<translation>已连接到 {a}</translation></message>
<message><source>it cannot be checked</source>
<translation>无法检查</translation></message>
<message><source>it cannot be read</source>
<translation>无法读取</translation></message>
<message><source>it does not answer as ComfyUI does ({error})</source>
<translation>它的响应不像 ComfyUI（{error}）</translation></message>
<message><source>it does not say that it is one</source>
<translation>其中没有标明这是交接文件</translation></message>
<message><source>it does not say when its pictures are shown</source>
<translation>它没有说明画面的显示时间</translation></message>
<message><source>it does not speak https there; try http://</source>
<translation>那里不支持 https；请试 http://</translation></message>
<message><source>it ends at frame {stop}, the clip has {frame_count}</source>
<translation>它止于第 {stop} 帧，素材有 {frame_count} 帧</translation></message>
<message><source>it fits neither neighbour</source>
<translation>它与两侧都不相配</translation></message>
<message><source>it fits no frame of the version, or is too long</source>
<translation>它与该版本的任何一帧都不对应，或太长</translation></message>
<message><source>it has expired</source>
<translation>它已过期</translation></message>
<message><source>it has no pictures</source>
<translation>它没有画面</translation></message>
<message><source>it has no value.</source>
<translation>没有值。</translation></message>
<message><source>it has no video stream</source>
<translation>它没有视频流</translation></message>
<message><source>it holds no cut with pictures</source>
<translation>其中没有带画面的切点</translation></message>
<message><source>it is a cut here, and is not judged</source>
<translation>此处是剪切点，不作判断</translation></message>
<message><source>it is a cut there, and smoothed here</source>
<translation>那里是切点，这里已平滑</translation></message>
<message><source>it is a folder</source>
<translation>它是文件夹</translation></message>
<message><source>it is a picture, not a video</source>
<translation>它是图片，不是视频</translation></message>
<message><source>it is an animated picture ({kind})</source>
<translation>它是动态图像（{kind}）</translation></message>
<message><source>it is an animation, not a still picture</source>
<translation>它是动画，不是静态图像</translation></message>
<message><source>it is connected to node {source}, which is not in the workflow.</source>
<translation>连接到节点 {source}，而它不在工作流中。</translation></message>
<message><source>it is connected to output {slot} of {a}, which has {b}.</source>
<translation>连接到 {a} 的输出 {slot}，而它有 {b}。</translation></message>
<message><source>it is damaged or cannot be opened</source>
<translation>它已损坏或无法打开</translation></message>
<message><source>it is empty (0 bytes)</source>
<translation>它是空的（0 字节）</translation></message>
<message><source>it is made out to another name</source>
<translation>它颁发给另一个名称</translation></message>
<message><source>it is no JSON</source>
<translation>它不是 JSON</translation></message>
<message><source>it is no PEM file</source>
<translation>它不是 PEM 文件</translation></message>
<message><source>it is no animated picture</source>
<translation>它不是动态图像</translation></message>
<message><source>it is not a PNG, JPEG or WebP picture</source>
<translation>它不是 PNG、JPEG 或 WebP 图像</translation></message>
<message><source>it is not a video, or its end is missing</source>
<translation>它不是视频，或缺少结尾</translation></message>
<message><source>it is not measured here yet; check it, then merge again</source>
<translation>此处尚未测量；请检查后重新合并</translation></message>
<message><source>it is not there</source>
<translation>它不在那里</translation></message>
<message><source>it is numbered pictures</source>
<translation>它是编号图像</translation></message>
<message><source>it is self-signed</source>
<translation>它是自签名的</translation></message>
<message><source>it is too large</source>
<translation>它太大</translation></message>
<message><source>it is too large to be a frame</source>
<translation>它太大，不能作为一帧</translation></message>
<message><source>it was generated from a frame that has been replaced</source>
<translation>它由已被替换的帧生成</translation></message>
<message><source>its connection is damaged.</source>
<translation>连接已损坏。</translation></message>
<message><source>its drawing cannot be read</source>
<translation>无法读取其绘图</translation></message>
<message><source>its frames cannot be counted</source>
<translation>无法统计其帧数</translation></message>
<message><source>its header is damaged</source>
<translation>其文件头已损坏</translation></message>
<message><source>its name is not text</source>
<translation>其名称不是文字</translation></message>
<message><source>its pictures are stored turned by {turn} degrees</source>
<translation>其画面旋转了 {turn} 度</translation></message>
<message><source>its pictures are too large: {size}</source>
<translation>其画面太大：{size}</translation></message>
<message><source>its pixel format {name} cannot be kept without loss</source>
<translation>其像素格式 {name} 无法无损保存</translation></message>
<message><source>its start changed</source>
<translation>它的开头已改变</translation></message>
<message><source>judged boundary {boundary} otherwise</source>
<translation>对边界 {boundary} 作了不同判定</translation></message>
<message><source>kept without loss</source>
<translation>无损保留</translation></message>
<message><source>last frame</source>
<translation>最后一帧</translation></message>
<message><source>last picture of {name} of {a}</source>
<translation>{a} 的 {name} 的最后一幅图像</translation></message>
<message><source>left a note at {version}</source>
<translation>在 {version} 留下备注</translation></message>
<message><source>left out</source>
<translation>略去</translation></message>
<message><source>less colourful</source>
<translation>更淡</translation></message>
<message><source>levels</source>
<translation>灰阶</translation></message>
<message><source>libavcodec {major}.{minor}.{micro}; {a}</source>
<translation>libavcodec {major}.{minor}.{micro}；{a}</translation></message>
<message><source>limits noted as {stored}</source>
<translation>限值记录为 {stored}</translation></message>
<message><source>local server</source>
<translation>本地服务器</translation></message>
<message><source>lost</source>
<translation>丢失</translation></message>
<message><source>made {version} as a copy in the scene's size and rate</source>
<translation>制作了 {version}，即符合场景尺寸和帧率的副本</translation></message>
<message><source>makes the change of sharpness larger</source>
<translation>使清晰度变化更大</translation></message>
<message><source>makes the colour step larger</source>
<translation>使颜色差异更大</translation></message>
<message><source>makes the jump larger</source>
<translation>使跳变更大</translation></message>
<message><source>makes the motion turn back</source>
<translation>使运动反向</translation></message>
<message><source>missing</source>
<translation>缺失</translation></message>
<message><source>missing or damaged</source>
<translation>缺失或损坏</translation></message>
<message><source>more colourful</source>
<translation>更鲜艳</translation></message>
<message><source>more than one input that may be</source>
<translation>不止一个可能的输入：</translation></message>
<message><source>morph</source>
<translation>变形</translation></message>
<message><source>motion breaks</source>
<translation>运动中断</translation></message>
<message><source>motion jumps ahead</source>
<translation>运动向前跳</translation></message>
<message><source>motion stalls</source>
<translation>运动停顿</translation></message>
<message><source>motion turns around</source>
<translation>运动反向</translation></message>
<message><source>motion-aware fade</source>
<translation>运动感知淡化</translation></message>
<message><source>name or service not known</source>
<translation>名称或服务未知</translation></message>
<message><source>names the file of {a}</source>
<translation>指定 {a} 的文件</translation></message>
<message><source>narrowed down to {count} of them</source>
<translation>缩小到其中 {count} 个</translation></message>
<message><source>natural here {low}–{high}</source>
<translation>此处自然范围 {low}–{high}</translation></message>
<message><source>natural motion removed</source>
<translation>已去除自然运动</translation></message>
<message><source>natural {low} to {a}</source>
<translation>自然范围 {low} 到 {a}</translation></message>
<message><source>needs more frames than there are</source>
<translation>所需的帧数超过现有帧数</translation></message>
<message><source>needs work</source>
<translation>需要返工</translation></message>
<message><source>neighbouring frames SSIM {low}–{high}, lowest {ssim_text} at frames {a} → {b}</source>
<translation>相邻帧 SSIM {low}–{high}，最低 {ssim_text}，位于帧 {a} → {b}</translation></message>
<message><source>new</source>
<translation>新</translation></message>
<message><source>newer release</source>
<translation>新版本</translation></message>
<message><source>next in line</source>
<translation>下一个就是</translation></message>
<message><source>next visible jump</source>
<translation>下一个可见跳变</translation></message>
<message><source>no Load Image node leads to the sampler</source>
<translation>没有 Load Image 节点通向采样器</translation></message>
<message><source>no answer in time</source>
<translation>未能及时得到响应</translation></message>
<message><source>no authority known here vouches for it</source>
<translation>此处已知的机构均不为其担保</translation></message>
<message><source>no connection in time</source>
<translation>未能及时建立连接</translation></message>
<message><source>no decoder is known for its codec</source>
<translation>没有适用于其编解码器的解码器</translation></message>
<message><source>no encoder</source>
<translation>没有编码器</translation></message>
<message><source>no file</source>
<translation>没有文件</translation></message>
<message><source>no in or out point</source>
<translation>没有入点或出点</translation></message>
<message><source>no literals</source>
<translation>没有固定值</translation></message>
<message><source>no node saves a video</source>
<translation>没有节点保存视频</translation></message>
<message><source>no repeat is left to see</source>
<translation>已看不出重复</translation></message>
<message><source>no such host</source>
<translation>没有这样的主机</translation></message>
<message><source>no sure input for</source>
<translation>没有确定的输入：</translation></message>
<message><source>no visible jump</source>
<translation>没有可见跳变</translation></message>
<message><source>no whole answer in time</source>
<translation>未能及时得到完整响应</translation></message>
<message><source>node {node_id} made {a}</source>
<translation>节点 {node_id} 生成了 {a}</translation></message>
<message><source>noise of {a}</source>
<translation>{a} 的噪声</translation></message>
<message><source>none of its pictures can be decoded</source>
<translation>其画面都无法解码</translation></message>
<message><source>normal here {natural_min}–{natural_max}</source>
<translation>此处自然范围 {natural_min}–{natural_max}</translation></message>
<message><source>not answering</source>
<translation>无响应</translation></message>
<message><source>not asked yet</source>
<translation>尚未询问</translation></message>
<message><source>not checked</source>
<translation>未检查</translation></message>
<message><source>not compared yet</source>
<translation>尚未比较</translation></message>
<message><source>not valid for</source>
<translation>不适用于</translation></message>
<message><source>note at this frame</source>
<translation>在此帧添加备注</translation></message>
<message><source>note {segment}.{a} {author} {created_at}</source>
<translation>备注 {segment}.{a} {author} {created_at}</translation></message>
<message><source>nothing is asked any more</source>
<translation>不再询问</translation></message>
<message><source>nothing is connected; it needs {a}.</source>
<translation>没有连接；需要 {a}。</translation></message>
<message><source>nothing of the jump is left to see</source>
<translation>已看不出跳变</translation></message>
<message><source>octaves</source>
<translation>倍频程</translation></message>
<message><source>of {count}</source>
<translation>/ {count}</translation></message>
<message><source>of {total}</source>
<translation>共 {total}</translation></message>
<message><source>old and new are compared</source>
<translation>新旧正在比较</translation></message>
<message><source>on this server {class_of} saves no result.</source>
<translation>在此服务器上 {class_of} 不保存结果。</translation></message>
<message><source>on {server}</source>
<translation>在 {server} 上</translation></message>
<message><source>open</source>
<translation>打开</translation></message>
<message><source>open visible jump</source>
<translation>未处理的可见跳变</translation></message>
<message><source>opened a note at {version} again</source>
<translation>重新打开了 {version} 的备注</translation></message>
<message><source>other versions play before it here</source>
<translation>此处之前播放的是其他版本</translation></message>
<message><source>out point at frame {a}</source>
<translation>出点在第 {a} 帧</translation></message>
<message><source>pass</source>
<translation>通过</translation></message>
<message><source>paused: {run} ({reason})</source>
<translation>已暂停：{run}（{reason}）</translation></message>
<message><source>pin held</source>
<translation>末端吻合</translation></message>
<message><source>pixel format {name}</source>
<translation>像素格式 {name}</translation></message>
<message><source>play or pause</source>
<translation>播放或暂停</translation></message>
<message><source>previous</source>
<translation>上一版</translation></message>
<message><source>prompt {prompt_id}, node {node_id}</source>
<translation>提示 {prompt_id}，节点 {node_id}</translation></message>
<message><source>prompt {prompt_id}: what it made before it stopped is not used</source>
<translation>提示 {prompt_id}：停止之前生成的内容不会使用</translation></message>
<message><source>quality not checked</source>
<translation>质量未检查</translation></message>
<message><source>quality {score}</source>
<translation>质量 {score}</translation></message>
<message><source>queued</source>
<translation>排队中</translation></message>
<message><source>ramp</source>
<translation>渐变</translation></message>
<message><source>reading it is not permitted</source>
<translation>不允许读取</translation></message>
<message><source>redder</source>
<translation>偏红</translation></message>
<message><source>redid a decision</source>
<translation>重做了一个决定</translation></message>
<message><source>regenerate</source>
<translation>重新生成</translation></message>
<message><source>regenerate segment {a}</source>
<translation>重新生成片段 {a}</translation></message>
<message><source>removed a note at {version}</source>
<translation>移除了 {version} 的备注</translation></message>
<message><source>renamed the scene</source>
<translation>重命名了场景</translation></message>
<message><source>render the segment again, with other settings if you like</source>
<translation>重新渲染该片段，也可更改设置</translation></message>
<message><source>repeated frame</source>
<translation>重复帧</translation></message>
<message><source>reset by peer</source>
<translation>被对方重置</translation></message>
<message><source>resolved a note at {version}</source>
<translation>将 {version} 的备注标为已解决</translation></message>
<message><source>resources/{name} is empty</source>
<translation>resources/{name} 为空</translation></message>
<message><source>restitch hand-over</source>
<translation>Restitch 交接</translation></message>
<message><source>rough, and not a version</source>
<translation>粗略，并非版本</translation></message>
<message><source>running</source>
<translation>运行中</translation></message>
<message><source>saves a video</source>
<translation>保存视频</translation></message>
<message><source>saves single pictures</source>
<translation>保存单张图像</translation></message>
<message><source>saw no difference between {version} and {other} in a blind comparison</source>
<translation>在盲测比较中看不出 {version} 与 {other} 的差别</translation></message>
<message><source>says {version} needs work</source>
<translation>认为 {version} 需要返工</translation></message>
<message><source>scaled or turned</source>
<translation>缩放或旋转</translation></message>
<message><source>seed changed</source>
<translation>种子帧已变</translation></message>
<message><source>seed frame</source>
<translation>种子帧</translation></message>
<message><source>seed of {a}</source>
<translation>{a} 的种子</translation></message>
<message><source>seed of {a}, not of the noise</source>
<translation>{a} 的种子，而非噪声的</translation></message>
<message><source>seen as {a}{by}</source>
<translation>看作{a}{by}</translation></message>
<message><source>segment {a} of {stop_index}</source>
<translation>片段 {a} / {stop_index}</translation></message>
<message><source>segment {a} v{number}</source>
<translation>片段 {a} v{number}</translation></message>
<message><source>segment {a}, frame {b}</source>
<translation>片段 {a}，第 {b} 帧</translation></message>
<message><source>segment {a}: {path}</source>
<translation>片段 {a}：{path}</translation></message>
<message><source>segment {number} now ends on a different frame</source>
<translation>片段 {number} 现在以另一帧结束</translation></message>
<message><source>segment {right} was generated from a frame that has been replaced</source>
<translation>片段 {right} 由已被替换的帧生成</translation></message>
<message><source>segment {sequence_index} v{number}</source>
<translation>片段 {sequence_index} v{number}</translation></message>
<message><source>segments {a}–{count}</source>
<translation>片段 {a}–{count}</translation></message>
<message><source>segments {first}–{last}</source>
<translation>片段 {first}–{last}</translation></message>
<message><source>self signed</source>
<translation>自签名</translation></message>
<message><source>set a treatment aside that no longer fits</source>
<translation>搁置了不再适用的处理</translation></message>
<message><source>settings noted as {detail}</source>
<translation>设置记录为 {detail}</translation></message>
<message><source>share</source>
<translation>占比</translation></message>
<message><source>sharper</source>
<translation>更锐</translation></message>
<message><source>sharpness {share}</source>
<translation>清晰度 {share}</translation></message>
<message><source>shifted by {told}</source>
<translation>偏移 {told}</translation></message>
<message><source>shows a video without keeping it</source>
<translation>只显示视频而不保存</translation></message>
<message><source>similarity {value}</source>
<translation>相似度 {value}</translation></message>
<message><source>smooth</source>
<translation>平滑</translation></message>
<message><source>smooth boundaries</source>
<translation>平滑边界</translation></message>
<message><source>smooth boundary</source>
<translation>平滑边界</translation></message>
<message><source>smoothed</source>
<translation>已平滑</translation></message>
<message><source>smoothed boundary {boundary}</source>
<translation>平滑了边界 {boundary}</translation></message>
<message><source>softens the picture</source>
<translation>使画面变柔</translation></message>
<message><source>softer</source>
<translation>更柔</translation></message>
<message><source>something answers there that is not ComfyUI</source>
<translation>那里响应的不是 ComfyUI</translation></message>
<message><source>stale</source>
<translation>过期</translation></message>
<message><source>stale, follows {number}</source>
<translation>过期，跟随 {number}</translation></message>
<message><source>stale, seed changed</source>
<translation>过期，种子帧已变</translation></message>
<message><source>start picture</source>
<translation>起始图像</translation></message>
<message><source>starting</source>
<translation>正在开始</translation></message>
<message><source>starts at once</source>
<translation>立即开始</translation></message>
<message><source>starts in {time}</source>
<translation>{time} 后开始</translation></message>
<message><source>stay</source>
<translation>保留</translation></message>
<message><source>stays</source>
<translation>保留</translation></message>
<message><source>steady</source>
<translation>稳定</translation></message>
<message><source>step {done} of {total}</source>
<translation>第 {done} / {total} 步</translation></message>
<message><source>submitted</source>
<translation>已提交</translation></message>
<message><source>switched off</source>
<translation>已关闭</translation></message>
<message><source>take {take} of {takes}</source>
<translation>备选 {take} / {takes}</translation></message>
<message><source>texture changes</source>
<translation>纹理改变</translation></message>
<message><source>the Restitch window</source>
<translation>Restitch 窗口</translation></message>
<message><source>the boundary is smoothed</source>
<translation>边界已平滑</translation></message>
<message><source>the certificate file {file} cannot be used, {unusable}</source>
<translation>无法使用证书文件 {file}，{unusable}</translation></message>
<message><source>the connection broke in the middle of an answer</source>
<translation>连接在响应中途断开</translation></message>
<message><source>the connection failed</source>
<translation>连接失败</translation></message>
<message><source>the dialog can be confirmed</source>
<translation>对话框可以确认</translation></message>
<message><source>the dialog is shown</source>
<translation>对话框已显示</translation></message>
<message><source>the disk does not answer</source>
<translation>磁盘没有响应</translation></message>
<message><source>the encrypted connection failed</source>
<translation>加密连接失败</translation></message>
<message><source>the first picture is made in the workflow itself; it {generated}</source>
<translation>第一幅图像由工作流自身生成；它{generated}</translation></message>
<message><source>the first segment</source>
<translation>第一个片段</translation></message>
<message><source>the first {count} segments</source>
<translation>前 {count} 个片段</translation></message>
<message><source>the fixes are measured</source>
<translation>修复已测量</translation></message>
<message><source>the jump gets much smaller</source>
<translation>跳变明显变小</translation></message>
<message><source>the jump gets smaller</source>
<translation>跳变变小</translation></message>
<message><source>the new version is current</source>
<translation>新版本已成为当前</translation></message>
<message><source>the node says no class; the workflow is damaged.</source>
<translation>节点没有类名；工作流已损坏。</translation></message>
<message><source>the node {node_class} is not installed on this server.</source>
<translation>此服务器未安装节点 {node_class}。</translation></message>
<message><source>the nodes are connected in a circle: {told}.</source>
<translation>节点连接成环：{told}。</translation></message>
<message><source>the others are</source>
<translation>其他的是</translation></message>
<message><source>the picture jumps</source>
<translation>画面跳变</translation></message>
<message><source>the progress socket failed ({error})</source>
<translation>进度套接字失败（{error}）</translation></message>
<message><source>the progress socket was refused ({status_code})</source>
<translation>进度套接字被拒绝（{status_code}）</translation></message>
<message><source>the project</source>
<translation>项目</translation></message>
<message><source>the project is open</source>
<translation>项目已打开</translation></message>
<message><source>the scene</source>
<translation>场景</translation></message>
<message><source>the scene is</source>
<translation>场景是</translation></message>
<message><source>the scene's own motion</source>
<translation>场景自身的运动</translation></message>
<message><source>the server has no node {class_name}{called}</source>
<translation>服务器没有节点 {class_name}{called}</translation></message>
<message><source>the server renders</source>
<translation>服务器正在渲染</translation></message>
<message><source>the sound device does not answer any more</source>
<translation>声音设备不再响应</translation></message>
<message><source>the window is closed</source>
<translation>窗口已关闭</translation></message>
<message><source>there are no pictures of that name</source>
<translation>没有这一名称的图像</translation></message>
<message><source>these two versions do not meet here</source>
<translation>这两个版本在此不相接</translation></message>
<message><source>this computer has no sound device</source>
<translation>此计算机没有声音设备</translation></message>
<message><source>this server does not offer {told}.</source>
<translation>此服务器不提供 {told}。</translation></message>
<message><source>timed out</source>
<translation>超时</translation></message>
<message><source>took the decision on boundary {boundary} back</source>
<translation>撤回了对边界 {boundary} 的决定</translation></message>
<message><source>took the verdict on {version} back</source>
<translation>撤回了对 {version} 的判定</translation></message>
<message><source>treatments overlap in segment {a}</source>
<translation>片段 {a} 中的处理重叠</translation></message>
<message><source>undid a decision</source>
<translation>撤销了一个决定</translation></message>
<message><source>undo</source>
<translation>撤销</translation></message>
<message><source>unknown fault</source>
<translation>未知错误</translation></message>
<message><source>unusable</source>
<translation>不可用</translation></message>
<message><source>uploading</source>
<translation>上传中</translation></message>
<message><source>verdict on boundary {label}</source>
<translation>对边界 {label} 的判断</translation></message>
<message><source>verdicts noted as {stored}</source>
<translation>判定记录为 {stored}</translation></message>
<message><source>version {number}</source>
<translation>版本 {number}</translation></message>
<message><source>visible</source>
<translation>可见</translation></message>
<message><source>visible jump</source>
<translation>可见跳变</translation></message>
<message><source>visible jump, SSIM {a}</source>
<translation>可见跳变，SSIM {a}</translation></message>
<message><source>v{number} (QA {score_text})</source>
<translation>v{number}（QA {score_text}）</translation></message>
<message><source>v{number} ends before this frame</source>
<translation>v{number} 在这一帧之前结束</translation></message>
<message><source>v{number} has no frame {a}</source>
<translation>v{number} 没有第 {a} 帧</translation></message>
<message><source>v{number} is current</source>
<translation>v{number} 是当前版本</translation></message>
<message><source>v{number} is ready. v{current} is still current.</source>
<translation>v{number} 已就绪。v{current} 仍是当前版本。</translation></message>
<message><source>v{number} of segment {a}</source>
<translation>片段 {a} 的 v{number}</translation></message>
<message><source>v{number} of segment {a} cannot be used</source>
<translation>片段 {a} 的 v{number} 无法使用</translation></message>
<message><source>v{number} of segment {a} is here, but cannot be compared with its neighbour</source>
<translation>片段 {a} 的 v{number} 已到，但无法与相邻片段比较</translation></message>
<message><source>v{number} of segment {a} is not converted</source>
<translation>片段 {a} 的 v{number} 没有转换</translation></message>
<message><source>v{number} of segment {a} was the seed of others</source>
<translation>片段 {a} 的 v{number} 曾是其他版本的来源</translation></message>
<message><source>v{number} plays the same file as another version: its file stays.</source>
<translation>v{number} 与另一版本共用同一文件：文件保留。</translation></message>
<message><source>v{number} was not compared</source>
<translation>v{number} 未参与比较</translation></message>
<message><source>v{number} was the seed of </source>
<translation>v{number} 曾是以下的来源：</translation></message>
<message><source>v{number} was the seed of {a}. Their seed frame stays, the clip would be gone.</source>
<translation>v{number} 曾是 {a} 的来源。其种子帧保留，素材将被移除。</translation></message>
<message><source>v{number}: {reason}. The scene has {shape}.</source>
<translation>v{number}：{reason}。场景为 {shape}。</translation></message>
<message><source>v{version} of segment {segment} is current. {stale}.</source>
<translation>片段 {segment} 的 v{version} 成为当前版本。{stale}。</translation></message>
<message><source>v{version} of their copy does not play here</source>
<translation>对方的 v{version} 在此没有播放</translation></message>
<message><source>v{version} of their copy is not in this one</source>
<translation>对方的 v{version} 不在此副本中</translation></message>
<message><source>v{version} · frame {number}</source>
<translation>v{version} · 第 {number} 帧</translation></message>
<message><source>waiting</source>
<translation>等待中</translation></message>
<message><source>waiting for {a}</source>
<translation>等待 {a}</translation></message>
<message><source>waits for your decision</source>
<translation>等待您决定</translation></message>
<message><source>warmer</source>
<translation>偏暖</translation></message>
<message><source>warns from</source>
<translation>警告从</translation></message>
<message><source>what it loads cannot be uploaded by name</source>
<translation>它加载的内容无法按名称上传</translation></message>
<message><source>what was still being read or stored then was left; what is stored is whole</source>
<translation>当时尚在读取或保存的内容未完成；已保存的内容完整无损</translation></message>
<message><source>whole number</source>
<translation>整数</translation></message>
<message><source>whole segments</source>
<translation>整个片段</translation></message>
<message><source>wipe</source>
<translation>划像</translation></message>
<message><source>yellower</source>
<translation>偏黄</translation></message>
<message><source>{again}; to keep it, use it first</source>
<translation>{again}；若要保留它，请先使用它</translation></message>
<message><source>{ahead} before it</source>
<translation>前面还有 {ahead} 个</translation></message>
<message><source>{ahead} before it on {server_name}</source>
<translation>{server_name} 上前面还有 {ahead} 个</translation></message>
<message><source>{approve} and {regenerate} act on all of them, the buttons here on this one.</source>
<translation>{approve} 和 {regenerate} 作用于全部，此处按钮只作用于这一个。</translation></message>
<message><source>{a} (node {node_id})</source>
<translation>{a}（节点 {node_id}）</translation></message>
<message><source>{a} ({b} on {c}, process {d})</source>
<translation>{a}（{c} 上的 {b}，进程 {d}）</translation></message>
<message><source>{a} adds no noise of its own</source>
<translation>{a} 自身不加噪声</translation></message>
<message><source>{a} before the last one of {name}</source>
<translation>{name} 最后一帧之前 {a}</translation></message>
<message><source>{a} fps, not {b}</source>
<translation>{a} fps，而非 {b}</translation></message>
<message><source>{a} from here on</source>
<translation>从这里起{a}</translation></message>
<message><source>{a} gives {b}; it needs {c}.</source>
<translation>{a} 给出 {b}；需要 {c}。</translation></message>
<message><source>{a} h {b} min</source>
<translation>{a} 小时 {b} 分钟</translation></message>
<message><source>{a} hands its result on</source>
<translation>{a} 将结果传给后续节点</translation></message>
<message><source>{a} has it.</source>
<translation>{a} 正在使用它。</translation></message>
<message><source>{a} has no Set node</source>
<translation>{a} 没有 Set 节点</translation></message>
<message><source>{a} is being rendered</source>
<translation>正在渲染 {a}</translation></message>
<message><source>{a} is no cut point</source>
<translation>{a} 不是切点</translation></message>
<message><source>{a} is no timecode</source>
<translation>{a} 不是时间码</translation></message>
<message><source>{a} leads elsewhere, or is no name that every system has</source>
<translation>{a} 指向别处，或不是各系统通用的名称</translation></message>
<message><source>{a} of {b} servers</source>
<translation>{b} 台服务器中的 {a} 台</translation></message>
<message><source>{a} saves single pictures</source>
<translation>{a} 保存单张图像</translation></message>
<message><source>{a} scales the first picture to it</source>
<translation>{a} 将第一幅图像缩放到该尺寸</translation></message>
<message><source>{a} seeds for {takes} takes</source>
<translation>{takes} 个备选给了 {a} 个种子</translation></message>
<message><source>{a} takes a start image, but none is connected</source>
<translation>{a} 接受起始图像，但未连接</translation></message>
<message><source>{a} takes an end frame, but no Load Image node is connected there</source>
<translation>{a} 接受结束帧，但那里没有连接 Load Image 节点</translation></message>
<message><source>{a} takes of one request, best first</source>
<translation>同一请求的 {a} 个备选，最佳在前</translation></message>
<message><source>{a} to {stop}; it has {total}</source>
<translation>{a} 到 {stop}；场景有 {total} 帧</translation></message>
<message><source>{a} was left as it is; the clips beside it are not affected</source>
<translation>{a} 保持原样；旁边的素材不受影响</translation></message>
<message><source>{a} was left out: nothing is connected to it</source>
<translation>已略去 {a}：没有任何连接</translation></message>
<message><source>{a} {b} accepted or a cut; what is new there has to be decided again.</source>
<translation>{a}{b}接受或声明为切点；新的内容须重新决定。</translation></message>
<message><source>{a} {b} made from a chosen picture now, and will be made from the last frame before.</source>
<translation>{a}{b}由选定图像生成，之后将由前一片段的最后一帧生成。</translation></message>
<message><source>{a} {b} smoothed; what is new there has to be smoothed again.</source>
<translation>{a}{b}平滑；新的内容须重新平滑。</translation></message>
<message><source>{a} {have} approval; it stays with the version that plays now.</source>
<translation>{a}{have}批准；它保留在当前播放的版本上。</translation></message>
<message><source>{a}, and the next segment's first frame</source>
<translation>{a}，以及下一片段的第一帧</translation></message>
<message><source>{a}. It stays a candidate</source>
<translation>{a}。它保持为候选</translation></message>
<message><source>{a}. The old version stays in the scene.</source>
<translation>{a}。旧版本仍留在场景中。</translation></message>
<message><source>{a}×{b} at {c}</source>
<translation>{a}×{b}，{c}</translation></message>
<message><source>{boundaries} checked, {found}</source>
<translation>已检查 {boundaries}，{found}</translation></message>
<message><source>{calls} so far; {fewest_wrong} that speak for the same change are needed</source>
<translation>目前 {calls}；需要 {fewest_wrong} 次支持同一改动</translation></message>
<message><source>{changed} No frame can be read.</source>
<translation>{changed}没有可读的帧。</translation></message>
<message><source>{class_name}{called} is a group node of the old kind: make it a subgraph</source>
<translation>{class_name}{called} 是旧式组节点：请改为子图</translation></message>
<message><source>{count} are the same.</source>
<translation>{count} 个相同。</translation></message>
<message><source>{count} borderline</source>
<translation>{count} 处临界</translation></message>
<message><source>{count} boundaries</source>
<translation>{count} 个边界</translation></message>
<message><source>{count} boundaries not checked</source>
<translation>{count} 个边界未检查</translation></message>
<message><source>{count} boundary</source>
<translation>{count} 个边界</translation></message>
<message><source>{count} boundary not checked</source>
<translation>{count} 个边界未检查</translation></message>
<message><source>{count} changed</source>
<translation>{count} 个已更改</translation></message>
<message><source>{count} changed from {before_name}</source>
<translation>与 {before_name} 相比有 {count} 处改动</translation></message>
<message><source>{count} checked, {jumps}</source>
<translation>已检查 {count} 个，{jumps}</translation></message>
<message><source>{count} checks passed, show less</source>
<translation>{count} 项检查通过，收起</translation></message>
<message><source>{count} clip</source>
<translation>{count} 个素材</translation></message>
<message><source>{count} clips</source>
<translation>{count} 个素材</translation></message>
<message><source>{count} decision is new here.</source>
<translation>有 {count} 个决定是新的。</translation></message>
<message><source>{count} decision taken over</source>
<translation>已采纳 {count} 个决定</translation></message>
<message><source>{count} decisions are new here.</source>
<translation>有 {count} 个决定是新的。</translation></message>
<message><source>{count} decisions taken over</source>
<translation>已采纳 {count} 个决定</translation></message>
<message><source>{count} failed job</source>
<translation>{count} 个失败的任务</translation></message>
<message><source>{count} failed jobs</source>
<translation>{count} 个失败的任务</translation></message>
<message><source>{count} false alarm fewer</source>
<translation>减少 {count} 次误报</translation></message>
<message><source>{count} false alarms fewer</source>
<translation>减少 {count} 次误报</translation></message>
<message><source>{count} field</source>
<translation>{count} 个字段</translation></message>
<message><source>{count} fields</source>
<translation>{count} 个字段</translation></message>
<message><source>{count} file</source>
<translation>{count} 个文件</translation></message>
<message><source>{count} files</source>
<translation>{count} 个文件</translation></message>
<message><source>{count} frame</source>
<translation>{count} 帧</translation></message>
<message><source>{count} frame changed.</source>
<translation>改动 {count} 帧。</translation></message>
<message><source>{count} frame each</source>
<translation>每段 {count} 帧</translation></message>
<message><source>{count} frame left out.</source>
<translation>略去 {count} 帧。</translation></message>
<message><source>{count} frames</source>
<translation>{count} 帧</translation></message>
<message><source>{count} frames changed.</source>
<translation>改动 {count} 帧。</translation></message>
<message><source>{count} frames each</source>
<translation>每段 {count} 帧</translation></message>
<message><source>{count} frames left out.</source>
<translation>略去 {count} 帧。</translation></message>
<message><source>{count} input chosen</source>
<translation>已选择 {count} 个输入</translation></message>
<message><source>{count} inputs chosen</source>
<translation>已选择 {count} 个输入</translation></message>
<message><source>{count} inputs: {names}</source>
<translation>{count} 个输入：{names}</translation></message>
<message><source>{count} is the same.</source>
<translation>{count} 个相同。</translation></message>
<message><source>{count} job</source>
<translation>{count} 个任务</translation></message>
<message><source>{count} job is not finished. It goes on at the server, and is picked up when this project is opened again.</source>
<translation>{count} 个任务尚未完成。它会在服务器上继续，再次打开此项目时会接续。</translation></message>
<message><source>{count} jobs</source>
<translation>{count} 个任务</translation></message>
<message><source>{count} jobs are not finished. They go on at the server, and are picked up when this project is opened again.</source>
<translation>{count} 个任务尚未完成。它们会在服务器上继续，再次打开此项目时会接续。</translation></message>
<message><source>{count} lines</source>
<translation>{count} 行</translation></message>
<message><source>{count} missed jump found</source>
<translation>找到 {count} 处漏判的跳变</translation></message>
<message><source>{count} missed jumps found</source>
<translation>找到 {count} 处漏判的跳变</translation></message>
<message><source>{count} more</source>
<translation>另有 {count} 个</translation></message>
<message><source>{count} more checks</source>
<translation>另有 {count} 项检查</translation></message>
<message><source>{count} more; Copy list has them all.</source>
<translation>还有 {count} 项；“复制列表”包含全部。</translation></message>
<message><source>{count} needed nothing</source>
<translation>{count} 无需处理</translation></message>
<message><source>{count} node</source>
<translation>{count} 个节点</translation></message>
<message><source>{count} nodes</source>
<translation>{count} 个节点</translation></message>
<message><source>{count} of {frames} frames, SSIM {likeness}</source>
<translation>{count} / {frames} 帧，SSIM {likeness}</translation></message>
<message><source>{count} of {total}</source>
<translation>{count}/{total}</translation></message>
<message><source>{count} of {total} frames</source>
<translation>{count}/{total} 帧</translation></message>
<message><source>{count} open visible jump</source>
<translation>{count} 处未处理的可见跳变</translation></message>
<message><source>{count} open visible jumps</source>
<translation>{count} 处未处理的可见跳变</translation></message>
<message><source>{count} problem</source>
<translation>{count} 个问题</translation></message>
<message><source>{count} problems</source>
<translation>{count} 个问题</translation></message>
<message><source>{count} prompt</source>
<translation>{count} 个提示</translation></message>
<message><source>{count} prompt given; where none is, the one before stays.</source>
<translation>已给出 {count} 条提示词；没有的沿用前一条。</translation></message>
<message><source>{count} prompts</source>
<translation>{count} 个提示</translation></message>
<message><source>{count} prompts given; where none is, the one before stays.</source>
<translation>已给出 {count} 条提示词；没有的沿用前一条。</translation></message>
<message><source>{count} render done</source>
<translation>{count} 次渲染已完成</translation></message>
<message><source>{count} render done, {failed} failed</source>
<translation>{count} 次渲染已完成，{failed} 次失败</translation></message>
<message><source>{count} render failed</source>
<translation>{count} 次渲染失败</translation></message>
<message><source>{count} renders done</source>
<translation>{count} 次渲染已完成</translation></message>
<message><source>{count} renders done, {failed} failed</source>
<translation>{count} 次渲染已完成，{failed} 次失败</translation></message>
<message><source>{count} renders failed</source>
<translation>{count} 次渲染失败</translation></message>
<message><source>{count} right verdict lost</source>
<translation>失去 {count} 个正确判定</translation></message>
<message><source>{count} right verdicts lost</source>
<translation>失去 {count} 个正确判定</translation></message>
<message><source>{count} seed</source>
<translation>{count} 个种子</translation></message>
<message><source>{count} seeds</source>
<translation>{count} 个种子</translation></message>
<message><source>{count} segment</source>
<translation>{count} 个片段</translation></message>
<message><source>{count} segment stale</source>
<translation>{count} 个片段过期</translation></message>
<message><source>{count} segment, none stale</source>
<translation>{count} 个片段，没有过期的</translation></message>
<message><source>{count} segments</source>
<translation>{count} 个片段</translation></message>
<message><source>{count} segments are selected.</source>
<translation>已选择 {count} 个片段。</translation></message>
<message><source>{count} segments selected</source>
<translation>已选择 {count} 个片段</translation></message>
<message><source>{count} segments stale</source>
<translation>{count} 个片段过期</translation></message>
<message><source>{count} segments, none stale</source>
<translation>{count} 个片段，没有过期的</translation></message>
<message><source>{count} smooth</source>
<translation>{count} 处平滑</translation></message>
<message><source>{count} visible jump</source>
<translation>{count} 处可见跳变</translation></message>
<message><source>{count} visible jumps</source>
<translation>{count} 处可见跳变</translation></message>
<message><source>{count} without a workflow: the one below is used</source>
<translation>{count} 个没有工作流：将使用下面的工作流</translation></message>
<message><source>{count} without a workflow: they cannot be regenerated</source>
<translation>{count} 个没有工作流：无法重新生成</translation></message>
<message><source>{db_path} can only be read after it was brought up to date</source>
<translation>{db_path} 须先升级才能读取</translation></message>
<message><source>{db_path} does not exist</source>
<translation>{db_path} 不存在</translation></message>
<message><source>{db_path} was left as it is</source>
<translation>{db_path} 保持原样</translation></message>
<message><source>{decision} is no decision that is known here</source>
<translation>{decision} 不是此处已知的决定</translation></message>
<message><source>{detail}; there is a backup of {made_at} UTC, and no clip is lost</source>
<translation>{detail}；有 {made_at} UTC 的备份，没有丢失素材</translation></message>
<message><source>{difference} below the natural range</source>
<translation>低于自然范围 {difference}</translation></message>
<message><source>{doing} did not work</source>
<translation>{doing} 失败</translation></message>
<message><source>{done} of {total} fixes tried</source>
<translation>已尝试 {done}/{total} 个修复</translation></message>
<message><source>{duration} of rendering.</source>
<translation>渲染约 {duration}。</translation></message>
<message><source>{encoded_frames} of {frames} frames are encoded again</source>
<translation>{frames} 帧中有 {encoded_frames} 帧重新编码</translation></message>
<message><source>{feeds}, for a look</source>
<translation>{feeds}，仅供查看</translation></message>
<message><source>{file} and {count} more</source>
<translation>{file} 和另外 {count} 个</translation></message>
<message><source>{file} is not overwritten</source>
<translation>{file} 不会被覆盖</translation></message>
<message><source>{file}. The clips beside it are as they were.</source>
<translation>{file}。旁边的素材保持原样。</translation></message>
<message><source>{file}: {unusable}; nothing was kept</source>
<translation>{file}：{unusable}；没有保存任何内容</translation></message>
<message><source>{first} For the other {gone} the model makes {rendered}, so segment {segment} gets {whole} frames, {change} than now</source>
<translation>{first}其余 {gone} 由模型生成 {rendered}，因此片段 {segment} 共 {whole} 帧，比现在{change}</translation></message>
<message><source>{first} The model makes the other {gone} anew</source>
<translation>{first}模型会重新生成其余 {gone}</translation></message>
<message><source>{first} This workflow takes no length: it makes as many frames as it is set to</source>
<translation>{first}此工作流不接受长度：它按自身设置生成帧数</translation></message>
<message><source>{folder} holds no {database}</source>
<translation>{folder} 中没有 {database}</translation></message>
<message><source>{folder} is open for reading only; nothing was changed</source>
<translation>{folder} 以只读方式打开；没有任何改动</translation></message>
<message><source>{folder}; nothing was written</source>
<translation>{folder}；未写入任何内容</translation></message>
<message><source>{found} frames, not {wanted}</source>
<translation>{found} 帧，而非 {wanted}</translation></message>
<message><source>{frames} frames a side</source>
<translation>每侧 {frames} 帧</translation></message>
<message><source>{frames} left out</source>
<translation>略去 {frames}</translation></message>
<message><source>{frames}, not {frame_count}</source>
<translation>{frames}，而非 {frame_count}</translation></message>
<message><source>{frame}. What comes after it there will not play.</source>
<translation>{frame}。它之后的内容将不会播放。</translation></message>
<message><source>{head}
{told}
Last warnings and errors:
{troubles}
</source>
<translation>{head}
{told}
最近的警告和错误：
{troubles}
</translation></message>
<message><source>{holder} has it. Decide there, or close it there first.</source>
<translation>{holder} 正在使用它。请在那里决定，或先在那里关闭。</translation></message>
<message><source>{holder} has it. You can look and compare here, not decide.</source>
<translation>{holder} 正在使用它。在此可查看和比较，不能作决定。</translation></message>
<message><source>{holder} has them. New jobs wait for it, or for its end.</source>
<translation>{holder} 正在运行它们。新任务会等待它或等它结束。</translation></message>
<message><source>{holder} has this project: change it there.</source>
<translation>{holder} 正在使用此项目：请在那里更改。</translation></message>
<message><source>{input_name} of {a}, which has to agree</source>
<translation>{a} 的 {input_name}，必须一致</translation></message>
<message><source>{input} of {node}</source>
<translation>{node} 的 {input}</translation></message>
<message><source>{key} acts on all of them, the buttons here on this one.</source>
<translation>{key} 作用于全部，此处按钮只作用于这一个。</translation></message>
<message><source>{key} is connected to another node</source>
<translation>{key} 连接到另一个节点</translation></message>
<message><source>{key} is no limit of plain SSIM</source>
<translation>{key} 不是普通 SSIM 的限值</translation></message>
<message><source>{key} is used by {action}. Take it over?</source>
<translation>{key} 已用于“{action}”。要改用吗？</translation></message>
<message><source>{key} must be a number</source>
<translation>{key} 必须是数字</translation></message>
<message><source>{key} must be a number from {least} to {most}</source>
<translation>{key} 必须是 {least} 到 {most} 的数</translation></message>
<message><source>{key} must be a whole number from {low} to {high}</source>
<translation>{key} 必须是 {low} 到 {high} 的整数</translation></message>
<message><source>{key} must be text</source>
<translation>{key} 必须是文字</translation></message>
<message><source>{key} must be true or false</source>
<translation>{key} 必须是 true 或 false</translation></message>
<message><source>{kind}, node {node}</source>
<translation>{kind}，节点 {node}</translation></message>
<message><source>{kind}: a visible jump cannot begin below borderline. It is not kept.</source>
<translation>{kind}：可见跳变不能低于临界值开始。未保存。</translation></message>
<message><source>{kind}: {error}. The log has the details.</source>
<translation>{kind}：{error}。详情见日志。</translation></message>
<message><source>{known} of {segment_count} measured</source>
<translation>已测量 {known} / {segment_count}</translation></message>
<message><source>{left} before the boundary</source>
<translation>边界前 {left}</translation></message>
<message><source>{left} before the boundary, {right} after it</source>
<translation>边界前 {left} 帧，边界后 {right} 帧</translation></message>
<message><source>{lowered}: sharpness {percent}</source>
<translation>{lowered}：清晰度 {percent}</translation></message>
<message><source>{made} cannot be used</source>
<translation>{made} 无法使用</translation></message>
<message><source>{mebibytes} MiB in use now</source>
<translation>当前使用 {mebibytes} MiB</translation></message>
<message><source>{names} are stale</source>
<translation>{names} 已过期</translation></message>
<message><source>{names} came from its last frame. That picture stays, the clip would be gone</source>
<translation>{names} 由其最后一帧生成。该图像保留，素材将被移除</translation></message>
<message><source>{names} is stale</source>
<translation>{names} 已过期</translation></message>
<message><source>{names}: {freed} freed.</source>
<translation>{names}：已释放 {freed}。</translation></message>
<message><source>{names}: {freed} would be freed, for good. What is known of them stays.</source>
<translation>{names}：将永久释放 {freed}。相关记录保留。</translation></message>
<message><source>{name} can't be played</source>
<translation>{name} 无法播放</translation></message>
<message><source>{name} can't be played here: its file is damaged</source>
<translation>{name} 无法在此播放：文件已损坏</translation></message>
<message><source>{name} can't be played past frame {readable_frames}</source>
<translation>{name} 只能播放到第 {readable_frames} 帧</translation></message>
<message><source>{name} cancelling</source>
<translation>{name} 正在取消</translation></message>
<message><source>{name} cannot be opened</source>
<translation>无法打开 {name}</translation></message>
<message><source>{name} cannot be played past frame {lost_from}</source>
<translation>{name} 从第 {lost_from} 帧起无法播放</translation></message>
<message><source>{name} cannot be read</source>
<translation>无法读取 {name}</translation></message>
<message><source>{name} cannot be read as a clip: {reason}</source>
<translation>{name} 无法作为素材读取：{reason}</translation></message>
<message><source>{name} cannot be read as a picture</source>
<translation>{name} 无法作为图片读取</translation></message>
<message><source>{name} cannot be read as a timeline</source>
<translation>{name} 无法作为时间线读取</translation></message>
<message><source>{name} cannot be used as a seed frame: {reason}</source>
<translation>{name} 不能用作种子帧：{reason}</translation></message>
<message><source>{name} cannot be used, {failure}</source>
<translation>{name} 无法使用，{failure}</translation></message>
<message><source>{name} cannot be used: {failure}</source>
<translation>{name} 无法使用：{failure}</translation></message>
<message><source>{name} did not come out right: {a}</source>
<translation>{name} 结果不正确：{a}</translation></message>
<message><source>{name} differs</source>
<translation>{name} 不同</translation></message>
<message><source>{name} differs in size or rate</source>
<translation>{name} 的尺寸或帧率不同</translation></message>
<message><source>{name} does not fit the clip</source>
<translation>{name} 与素材不符</translation></message>
<message><source>{name} failed</source>
<translation>{name} 失败</translation></message>
<message><source>{name} failed · v{number} shown</source>
<translation>{name} 失败 · 显示 v{number}</translation></message>
<message><source>{name} has a variable rate; its frames are shown at {a} a second.</source>
<translation>{name} 帧率可变；其帧按每秒 {a} 帧显示。</translation></message>
<message><source>{name} has another number of segments by now</source>
<translation>{name} 的片段数现已改变</translation></message>
<message><source>{name} has another size than the ones before</source>
<translation>{name} 的尺寸与之前的不同</translation></message>
<message><source>{name} has more than 8 bits a colour</source>
<translation>{name} 每色超过 8 位</translation></message>
<message><source>{name} has no frames</source>
<translation>{name} 没有帧</translation></message>
<message><source>{name} has no frames {a} to {stop}</source>
<translation>{name} 没有第 {a} 到 {stop} 帧</translation></message>
<message><source>{name} has no start image</source>
<translation>{name} 没有起始图像</translation></message>
<message><source>{name} has no workflow</source>
<translation>{name} 没有工作流</translation></message>
<message><source>{name} has {a} frames, not {stop}</source>
<translation>{name} 有 {a} 帧，而非 {stop} 帧</translation></message>
<message><source>{name} has {a} segments</source>
<translation>{name} 有 {a} 个片段</translation></message>
<message><source>{name} has {count} segments</source>
<translation>{name} 有 {count} 个片段</translation></message>
<message><source>{name} has {frame_count} frames, the scene {frames}</source>
<translation>{name} 有 {frame_count} 帧，场景有 {frames} 帧</translation></message>
<message><source>{name} has {nodes}, the most is {most_nodes}</source>
<translation>{name} 有 {nodes} 个，最多 {most_nodes} 个</translation></message>
<message><source>{name} has {segment_count} segments</source>
<translation>{name} 有 {segment_count} 个片段</translation></message>
<message><source>{name} is a candidate</source>
<translation>{name} 是候选</translation></message>
<message><source>{name} is being rendered</source>
<translation>正在渲染 {name}</translation></message>
<message><source>{name} is damaged</source>
<translation>{name} 已损坏</translation></message>
<message><source>{name} is in the editor's format, and no server has said yet what its nodes take</source>
<translation>{name} 是编辑器格式，尚无服务器说明其节点接受什么</translation></message>
<message><source>{name} is no picture</source>
<translation>{name} 不是图像</translation></message>
<message><source>{name} is not in this server's input folder.</source>
<translation>{name} 不在此服务器的输入文件夹中。</translation></message>
<message><source>{name} is not noted</source>
<translation>{name} 没有记录</translation></message>
<message><source>{name} is not the file of a server</source>
<translation>{name} 不是服务器上的文件</translation></message>
<message><source>{name} is not the missing clip</source>
<translation>{name} 不是缺失的素材</translation></message>
<message><source>{name} is noted as {value}</source>
<translation>{name} 记录为 {value}</translation></message>
<message><source>{name} is one of several takes that are still being made</source>
<translation>{name} 是仍在生成的多个备选之一</translation></message>
<message><source>{name} is ready</source>
<translation>{name} 已就绪</translation></message>
<message><source>{name} is ready.</source>
<translation>{name} 已就绪。</translation></message>
<message><source>{name} is still in use</source>
<translation>{name} 仍在使用</translation></message>
<message><source>{name} is written</source>
<translation>{name} 已写入</translation></message>
<message><source>{name} is {width}×{height}, the scene {width_2}×{height_2}</source>
<translation>{name} 是 {width}×{height}，场景是 {width_2}×{height_2}</translation></message>
<message><source>{name} lies outside the project and was changed there</source>
<translation>{name} 位于项目之外，并在那里被改动</translation></message>
<message><source>{name} of {a}: one frame each</source>
<translation>{a} 的 {name}：每个一帧</translation></message>
<message><source>{name} plays, and its file is needed</source>
<translation>{name} 正在播放，需要其文件</translation></message>
<message><source>{name} queued</source>
<translation>{name} 已排队</translation></message>
<message><source>{name} ready</source>
<translation>{name} 就绪</translation></message>
<message><source>{name} waiting</source>
<translation>{name} 等待中</translation></message>
<message><source>{name} waits for a decision</source>
<translation>{name} 等待决定</translation></message>
<message><source>{name} was made at {a} frames a second, not {b}.</source>
<translation>{name} 的帧率是每秒 {a} 帧，而非 {b} 帧。</translation></message>
<message><source>{name} was made from one that is no longer there</source>
<translation>{name} 的来源文件已不存在</translation></message>
<message><source>{name} was made of these clips before: nothing was added</source>
<translation>{name} 先前已由这些素材建立：未添加任何内容</translation></message>
<message><source>{name} was not kept</source>
<translation>没有保留 {name}</translation></message>
<message><source>{name} will be replaced.</source>
<translation>{name} 将被替换。</translation></message>
<message><source>{name} · of {version}</source>
<translation>{name} · 属于 {version}</translation></message>
<message><source>{name} · reading…</source>
<translation>{name} · 正在读取…</translation></message>
<message><source>{name} · waits for a server</source>
<translation>{name} · 等待服务器</translation></message>
<message><source>{name} · {free} of {total} GB free</source>
<translation>{name} · {total} GB 中空闲 {free} GB</translation></message>
<message><source>{name} – Restitch</source>
<translation>{name} – Restitch</translation></message>
<message><source>{name}({a} keys)</source>
<translation>{name}（{a} 个密钥）</translation></message>
<message><source>{name}, boundary {boundary}, v{number} to v{number_2}</source>
<translation>{name}，边界 {boundary}，v{number} 到 v{number_2}</translation></message>
<message><source>{name}, frames {a}–{stop}</source>
<translation>{name}，帧 {a}–{stop}</translation></message>
<message><source>{name}, segment {a}, v{number}</source>
<translation>{name}，片段 {a}，v{number}</translation></message>
<message><source>{name}, {a} MiB</source>
<translation>{name}，{a} MiB</translation></message>
<message><source>{name}, {a} MiB{b}</source>
<translation>{name}，{a} MiB{b}</translation></message>
<message><source>{name}: at {a}, through nodes that only hand on</source>
<translation>{name}：在 {a} 处，经过只负责传递的节点</translation></message>
<message><source>{name}: fails its quality checks</source>
<translation>{name}：未通过质量检查</translation></message>
<message><source>{name}: its clip is {fault}</source>
<translation>{name}：素材{fault}</translation></message>
<message><source>{name}: its workflow cannot be used as it is: {problem}</source>
<translation>{name}：其工作流无法直接使用：{problem}</translation></message>
<message><source>{name}: more than {max_levels} within each other</source>
<translation>{name}：嵌套超过 {max_levels} 层</translation></message>
<message><source>{name}: more than {max_nodes} nodes</source>
<translation>{name}：超过 {max_nodes} 个节点</translation></message>
<message><source>{name}: needs work{why}</source>
<translation>{name}：需要返工{why}</translation></message>
<message><source>{name}: no active nodes</source>
<translation>{name}：没有启用的节点</translation></message>
<message><source>{name}: node {node_id} has no inputs</source>
<translation>{name}：节点 {node_id} 没有输入</translation></message>
<message><source>{name}: stale, its seed frame changed</source>
<translation>{name}：过期，种子帧已变</translation></message>
<message><source>{name}: v{number} approved</source>
<translation>{name}：v{number} 已批准</translation></message>
<message><source>{name}: {count} frame written</source>
<translation>{name}：已写入 {count} 帧</translation></message>
<message><source>{name}: {count} frames written</source>
<translation>{name}：已写入 {count} 帧</translation></message>
<message><source>{name}: {error}. The old version is still in the scene</source>
<translation>{name}：{error}。旧版本仍在场景中</translation></message>
<message><source>{name}: {error}. What was made is kept</source>
<translation>{name}：{error}。已生成的内容保留</translation></message>
<message><source>{name}: {node_id} is not a node</source>
<translation>{name}：{node_id} 不是节点</translation></message>
<message><source>{new} new frames between two of the film's own</source>
<translation>影片自身的两帧之间有 {new} 个新帧</translation></message>
<message><source>{number} is above {most}, the most it takes.</source>
<translation>{number} 高于最大值 {most}。</translation></message>
<message><source>{number} is below {least}, the least it takes.</source>
<translation>{number} 低于最小值 {least}。</translation></message>
<message><source>{number} of {total}</source>
<translation>{number} / {total}</translation></message>
<message><source>{only} cannot run this</source>
<translation>{only} 无法运行它</translation></message>
<message><source>{out} is segment {a}; it was left as it is</source>
<translation>{out} 是片段 {a}；已保持原样</translation></message>
<message><source>{path} does not answer as ComfyUI does</source>
<translation>{path} 的响应不像 ComfyUI</translation></message>
<message><source>{path} is not a database; it was not changed</source>
<translation>{path} 不是数据库；没有改动</translation></message>
<message><source>{path} is read-only here; nothing was changed</source>
<translation>{path} 在此为只读；没有任何改动</translation></message>
<message><source>{path}: nothing was changed</source>
<translation>{path}：没有任何改动</translation></message>
<message><source>{path}: this change was not stored</source>
<translation>{path}：此次改动未保存</translation></message>
<message><source>{path}: this change was not stored, everything before it was</source>
<translation>{path}：此次改动未保存，之前的都已保存</translation></message>
<message><source>{path}: {colours} colours</source>
<translation>{path}：{colours} 种颜色</translation></message>
<message><source>{path}: {orig}; the clips beside it are not affected</source>
<translation>{path}：{orig}；旁边的素材不受影响</translation></message>
<message><source>{path}: {strerror}; it was left as it is</source>
<translation>{path}：{strerror}；已保持原样</translation></message>
<message><source>{places} and {more} more</source>
<translation>{places} 以及另外 {more} 个</translation></message>
<message><source>{place} cannot be the {key}</source>
<translation>{place} 不能作为 {key}</translation></message>
<message><source>{place} · {frame} of {count}</source>
<translation>{place} · {frame} / {count}</translation></message>
<message><source>{program} does not run here. Change the command in the settings.</source>
<translation>{program} 在这里无法运行。请在设置中更改命令。</translation></message>
<message><source>{program} made a mistake.
{when}
{system}, Python {python}

Nothing of this was sent to anybody. Keys, passwords and the names of home folders were taken out;
please read it before you pass it on.
</source>
<translation>{program} 出了错。
{when}
{system}，Python {python}

没有向任何人发送内容。密钥、密码和用户文件夹名称已去除；
转发前请先阅读。
</translation></message>
<message><source>{prompts}, no estimate yet</source>
<translation>{prompts}，尚无估算</translation></message>
<message><source>{reason}, built into the prompt</source>
<translation>{reason}，已并入提示词</translation></message>
<message><source>{reason}, in place of what is worked out</source>
<translation>{reason}，代替推算所得</translation></message>
<message><source>{ref}: it answered {status_code}</source>
<translation>{ref}：它返回 {status_code}</translation></message>
<message><source>{ref}: over {a} MiB</source>
<translation>{ref}：超过 {a} MiB</translation></message>
<message><source>{ref}: the file was deleted or moved there</source>
<translation>{ref}：文件在那里被删除或移动</translation></message>
<message><source>{ref}: {size} of {a} bytes</source>
<translation>{ref}：{size} / {a} 字节</translation></message>
<message><source>{right} after it</source>
<translation>之后 {right}</translation></message>
<message><source>{run_name} cannot be continued</source>
<translation>{run_name} 无法继续</translation></message>
<message><source>{run_name} has moved on meanwhile</source>
<translation>{run_name} 其间已有进展</translation></message>
<message><source>{running} running, {queued} queued</source>
<translation>{running} 个运行中，{queued} 个排队</translation></message>
<message><source>{run} begins.</source>
<translation>{run} 开始。</translation></message>
<message><source>{run} waits: {reason}.</source>
<translation>{run} 等待中：{reason}。</translation></message>
<message><source>{scheme}://{a}; nothing was kept</source>
<translation>{scheme}://{a}；没有保存任何内容</translation></message>
<message><source>{seed_story}. Approve it to accept that.</source>
<translation>{seed_story}。批准即表示接受。</translation></message>
<message><source>{segment_list} are approved.</source>
<translation>{segment_list} 已批准。</translation></message>
<message><source>{segment_list} will be regenerated: {a}.</source>
<translation>将重新生成 {segment_list}：{a}。</translation></message>
<message><source>{segments} are not stale any more.</source>
<translation>{segments}不再过期。</translation></message>
<message><source>{segments} are stale: {reason}.</source>
<translation>{segments} 已过期：{reason}。</translation></message>
<message><source>{segments} cannot be played: the clip is {fault}.</source>
<translation>{segments} 无法播放：素材{fault}。</translation></message>
<message><source>{segments} cannot be played: the clips are {fault}.</source>
<translation>{segments} 无法播放：素材{fault}。</translation></message>
<message><source>{segments} is not stale any more.</source>
<translation>{segments}不再过期。</translation></message>
<message><source>{segments} may need re-checking.</source>
<translation>{segments} 可能需要重新检查。</translation></message>
<message><source>{segments} segments cannot be generated</source>
<translation>无法生成 {segments} 个片段</translation></message>
<message><source>{segments} start from the frame that the segment before ends on now. Where that one changes first, their new version waits for your choice.</source>
<translation>{segments}从前一片段现在的最后一帧开始。若前一片段先改变，其新版本将等待您选择。</translation></message>
<message><source>{segments} starts from the frame that the segment before ends on now. Where that one changes first, its new version waits for your choice.</source>
<translation>{segments}从前一片段现在的最后一帧开始。若前一片段先改变，新版本将等待您选择。</translation></message>
<message><source>{segment} is stale: {reason}.</source>
<translation>{segment} 已过期：{reason}。</translation></message>
<message><source>{server_name} cannot run this: {a}.</source>
<translation>{server_name} 无法运行：{a}。</translation></message>
<message><source>{server_name} cannot run this: {count}.</source>
<translation>{server_name} 无法运行：{count}。</translation></message>
<message><source>{server_name} is not answering: the job will wait until it is back.</source>
<translation>{server_name} 无响应：任务将等到它恢复。</translation></message>
<message><source>{server} was not changed.</source>
<translation>{server} 未更改。</translation></message>
<message><source>{share} sharp</source>
<translation>清晰度 {share}</translation></message>
<message><source>{shortest} to {longest} frames each</source>
<translation>每段 {shortest} 至 {longest} 帧</translation></message>
<message><source>{shown} is no {wanted}.</source>
<translation>{shown} 不是{wanted}。</translation></message>
<message><source>{size} bytes, not {file_bytes}</source>
<translation>{size} 字节，而非 {file_bytes}</translation></message>
<message><source>{softer}: sharpness {percent}.</source>
<translation>{softer}：清晰度 {percent}。</translation></message>
<message><source>{table} row {row_id} refers to a missing row of {parent}</source>
<translation>{table} 的第 {row_id} 行引用了 {parent} 中不存在的行</translation></message>
<message><source>{takes} takes cannot be made</source>
<translation>无法生成 {takes} 个备选</translation></message>
<message><source>{takes} takes, seed {one_seed}</source>
<translation>{takes} 个备选，种子 {one_seed}</translation></message>
<message><source>{take} of {takes}</source>
<translation>{take} / {takes}</translation></message>
<message><source>{time} for {count} take</source>
<translation>{count} 个备选，{time}</translation></message>
<message><source>{time} for {count} takes</source>
<translation>{count} 个备选，{time}</translation></message>
<message><source>{time} instead of {whole}</source>
<translation>{time}，而不是 {whole}</translation></message>
<message><source>{time} left</source>
<translation>还剩 {time}</translation></message>
<message><source>{title} · comes with Restitch</source>
<translation>{title} · Restitch 自带</translation></message>
<message><source>{title} · {kind}, node {node}</source>
<translation>{title} · {kind}，节点 {node}</translation></message>
<message><source>{told} GPU time: {about} {duration}.</source>
<translation>{told}GPU 时间：{about} {duration}。</translation></message>
<message><source>{told} How long that takes is not known yet.</source>
<translation>{told}所需时间尚不清楚。</translation></message>
<message><source>{told} No later segments are affected.</source>
<translation>{told}不影响后面的片段。</translation></message>
<message><source>{told} Segment {last} may need re-checking.</source>
<translation>{told}片段 {last} 可能需要重新检查。</translation></message>
<message><source>{told} Segments {first}–{last} may need re-checking.</source>
<translation>{told}片段 {first}–{last} 可能需要重新检查。</translation></message>
<message><source>{told} is copied</source>
<translation>{told} 已复制</translation></message>
<message><source>{told} is not installed on this server.</source>
<translation>此服务器未安装 {told}。</translation></message>
<message><source>{told} is saved as {name}</source>
<translation>{told} 已保存为 {name}</translation></message>
<message><source>{told} {carry} no workflow: choose one for the scene to render segments again</source>
<translation>{told} {carry}没有工作流：请为场景选择一个，以便重新渲染片段</translation></message>
<message><source>{told} · natural {natural}</source>
<translation>{told} · 自然范围 {natural}</translation></message>
<message><source>{told}, resampled: the server made {frames} frames where {length} were asked for.</source>
<translation>{told}，已重采样：服务器生成了 {frames} 帧，要求的是 {length} 帧。</translation></message>
<message><source>{told}. Click to show these in the timeline; “Next shown” goes from one to the next</source>
<translation>{told}。点击可在时间线中显示这些；“下一个显示项”会逐个前往</translation></message>
<message><source>{told}. The timeline shows these; click to show everything again</source>
<translation>{told}。时间线只显示这些；单击可重新显示全部</translation></message>
<message><source>{unit} · default {usual}</source>
<translation>{unit} · 默认 {usual}</translation></message>
<message><source>{unit}, frames each side; leftmost: automatic</source>
<translation>{unit}，每侧帧数；最左为自动</translation></message>
<message><source>{url} points to {where}; it was not followed, and no key was sent there</source>
<translation>{url} 指向 {where}；没有跟随，也没有向那里发送密钥</translation></message>
<message><source>{url}, prompt {prompt_id}</source>
<translation>{url}，提示 {prompt_id}</translation></message>
<message><source>{url}/prompt answered 500 to it {tries} times. Nothing was rendered, and the old version is still in the scene</source>
<translation>{url}/prompt 对它 {tries} 次返回 500。没有渲染任何内容，旧版本仍在场景中</translation></message>
<message><source>{url}: this system has no keyring</source>
<translation>{url}：此系统没有密钥环</translation></message>
<message><source>{used} used, {saved} saved</source>
<translation>已用 {used}，节省 {saved}</translation></message>
<message><source>{value} at {first} → {number}</source>
<translation>{first} → {number} 处为 {value}</translation></message>
<message><source>{value}: yellow {yellow}, red {red}</source>
<translation>{value}：黄色 {yellow}，红色 {red}</translation></message>
<message><source>{value}: {limit}; below 1 it is taken more seriously, above 1 less</source>
<translation>{value}：{limit}；低于 1 更受重视，高于 1 则更轻</translation></message>
<message><source>{version} became current</source>
<translation>{version} 成为当前版本</translation></message>
<message><source>{warn} and {fail}</source>
<translation>{warn} 和 {fail}</translation></message>
<message><source>{what} a side</source>
<translation>每侧 {what}</translation></message>
<message><source>{what} cancelled</source>
<translation>已取消 {what}</translation></message>
<message><source>{what} that no sampler made</source>
<translation>{what}，并非由采样器生成</translation></message>
<message><source>{what}, again for faster</source>
<translation>{what}，再按一次加速</translation></message>
<message><source>{what}, noticed {a}</source>
<translation>{what}，发现于 {a}</translation></message>
<message><source>{what}. Enter opens it, N goes on</source>
<translation>{what}。回车打开，N 继续</translation></message>
<message><source>{what}. Up and down look at each</source>
<translation>{what}。用上下键逐个查看</translation></message>
<message><source>{where} repeat the picture before.</source>
<translation>{where}重复前一幅画面。</translation></message>
<message><source>{where} repeats the picture before.</source>
<translation>{where}重复前一幅画面。</translation></message>
<message><source>{width}×{height} at {a} fps</source>
<translation>{width}×{height}，{a} fps</translation></message>
<message><source>{width}×{height}, {a} fps</source>
<translation>{width}×{height}，{a} fps</translation></message>
<message><source>{words}: give a number from {least} to {most}.</source>
<translation>{words}：请给出 {least} 到 {most} 之间的数。</translation></message>
<message><source>{words}: it cannot fail before it warns.</source>
<translation>{words}：失败不能先于警告。</translation></message>
<message><source>{word} at {at}: {a}</source>
<translation>{word}于 {at}：{a}</translation></message>
<message><source>{word} from segment {a} on, {change}</source>
<translation>从片段 {a} 起{word}，{change}</translation></message>
<message><source>{wrong_calls} wrong calls</source>
<translation>{wrong_calls} 次判断有误</translation></message>
<message><source>{wrong} of {total} packets are not as they were written.</source>
<translation>{total} 个数据包中有 {wrong} 个与写入的不同。</translation></message>
<message><source>× just visible</source>
<translation>× 刚可察觉</translation></message>
<message><source>× range</source>
<translation>× 范围</translation></message>
<message><source>≈ 1 frame missing</source>
<translation>≈ 缺 1 帧</translation></message>
<message><source>≈ {a} min</source>
<translation>≈ {a} 分钟</translation></message>
<message><source>≈ {missing} frames missing</source>
<translation>≈ 缺 {missing} 帧</translation></message>
</context>
</TS>
