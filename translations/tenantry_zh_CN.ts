<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>ActionGroup</name>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>CellFormat</name>
    <message>
        <source>%1 (UTC)</source>
        <translation>%1 (UTC)</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>主键</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>references %1</source>
        <translation>引用 %1</translation>
    </message>
    <message>
        <source>shown in local time</source>
        <translation>以本地时间显示</translation>
    </message>
</context>
<context>
    <name>CellInput</name>
    <message>
        <source>Type a whole number of at most 64 bits, such as 42.</source>
        <translation>请输入不超过 64 位的整数，例如 42。</translation>
    </message>
    <message>
        <source>Type a number with a point before its fraction, such as 39.90.</source>
        <translation>请输入以点号作小数点的数字，例如 39.90。</translation>
    </message>
    <message>
        <source>Type true or false.</source>
        <translation>请输入 true 或 false。</translation>
    </message>
    <message>
        <source>Type a day and a time, such as 2026-01-31 09:30; local time unless a zone follows (Z, +02:00).</source>
        <translation>请输入日期和时间，例如 2026-01-31 09:30；未注明时区 (Z、+02:00) 时按本地时间处理。</translation>
    </message>
    <message>
        <source>Type JSON, such as {&quot;size&quot;: 3} or [1, 2]; texts stand in quotes.</source>
        <translation>请输入 JSON，例如 {&quot;size&quot;: 3} 或 [1, 2]；文本须加引号。</translation>
    </message>
    <message>
        <source>Type a day, such as 2026-01-31.</source>
        <translation>请输入日期，例如 2026-01-31。</translation>
    </message>
    <message>
        <source>Type a time of day, such as 09:30:00.</source>
        <translation>请输入时间，例如 09:30:00。</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>YYYY-MM-DD HH:MM:SS</source>
        <translation>YYYY-MM-DD HH:MM:SS</translation>
    </message>
    <message>
        <source>HH:MM:SS</source>
        <translation>HH:MM:SS</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>ChangeMark</name>
    <message>
        <source>Added, not saved.</source>
        <translation>已添加，尚未保存。</translation>
    </message>
    <message>
        <source>Changed, not saved.</source>
        <translation>已更改，尚未保存。</translation>
    </message>
    <message>
        <source>Marked for deletion, not saved.</source>
        <translation>已标记为删除，尚未保存。</translation>
    </message>
</context>
<context>
    <name>ChangeSet</name>
    <message>
        <source>Add a row</source>
        <translation>添加行</translation>
    </message>
    <message>
        <source>Edit a cell</source>
        <translation>编辑单元格</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n rows</source>
        <translation>
            <numerusform>删除 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n changes</source>
        <translation>
            <numerusform>放弃 %n 处更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take up %n changes again</source>
        <translation>
            <numerusform>重新载入 %n 处更改</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message>
        <source>No longer wanted.</source>
        <translation>已不再需要。</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>The demo was not loaded: it was cancelled.</source>
        <translation>演示未载入：操作已取消。</translation>
    </message>
    <message>
        <source>Looking whether the demo is there</source>
        <translation>正在检查演示是否已存在</translation>
    </message>
    <message>
        <source>The demo is there already, as the organization Acme (demo).</source>
        <translation>演示已存在，即组织 Acme (demo)。</translation>
    </message>
    <message>
        <source>To have it as it was at first, delete its sites and the organization, and load it again.</source>
        <translation>要恢复最初的状态，请删除其站点和组织，然后重新载入。</translation>
    </message>
    <message>
        <source>An organization that is not the demo has the address %1.</source>
        <translation>地址 %1 已被另一个非演示组织使用。</translation>
    </message>
    <message>
        <source>Nothing was changed. Load the demo into another instance.</source>
        <translation>未作任何更改。请将演示载入其他实例。</translation>
    </message>
    <message>
        <source>What was made so far could not be removed. It is called unfinished; loading again removes it first.</source>
        <translation>已创建的部分无法移除，其名称带有“unfinished”字样；重新载入时会先将其移除。</translation>
    </message>
    <message>
        <source>Acme (demo, unfinished)</source>
        <translation>Acme (demo, unfinished)</translation>
    </message>
    <message>
        <source>Made up by Tenantry to be looked at. Delete it whenever you like.</source>
        <translation>由 Tenantry 虚构，供浏览之用。可随时删除。</translation>
    </message>
    <message>
        <source>Making the organization</source>
        <translation>正在创建组织</translation>
    </message>
    <message>
        <source>Acme (demo)</source>
        <translation>Acme (demo)</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>正在完成</translation>
    </message>
    <message>
        <source>Making the site %1</source>
        <translation>正在创建站点 %1</translation>
    </message>
    <message>
        <source>A shop and its magazine, made up.</source>
        <translation>虚构的商店及其杂志。</translation>
    </message>
    <message>
        <source>Making the app %1</source>
        <translation>正在创建应用 %1</translation>
    </message>
    <message>
        <source>Making the datatables of %1</source>
        <translation>正在创建 %1 的数据表</translation>
    </message>
    <message>
        <source>Filling %1</source>
        <translation>正在填充 %1</translation>
    </message>
    <message>
        <source>Removing the site %1</source>
        <translation>正在移除站点 %1</translation>
    </message>
    <message>
        <source>Removing the organization</source>
        <translation>正在移除组织</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>development</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>测试</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>LocalCredentials</name>
    <message>
        <source>The file %1 in the folder cannot be read. Is the folder somebody else&apos;s?</source>
        <translation>无法读取文件夹中的文件 %1。该文件夹是否属于其他人？</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Instance %1 of the file: %2</source>
        <translation>文件中的第 %1 个实例：%2</translation>
    </message>
    <message>
        <source>its kind must be &quot;server&quot; or &quot;folder&quot;.</source>
        <translation>类型必须为“server”或“folder”。</translation>
    </message>
    <message>
        <source>it needs a name and an address.</source>
        <translation>必须有名称和地址。</translation>
    </message>
    <message>
        <source>This is not a file of instances.</source>
        <translation>这不是实例文件。</translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>Type the address of the server.</source>
        <translation>请输入服务器地址。</translation>
    </message>
    <message>
        <source>This is not an address, such as https://api.example.org.</source>
        <translation>这不是有效的地址，正确的地址如 https://api.example.org。</translation>
    </message>
    <message>
        <source>The address begins with https:// or http://.</source>
        <translation>地址须以 https:// 或 http:// 开头。</translation>
    </message>
    <message>
        <source>Leave name and password out of the address.</source>
        <translation>请勿在地址中包含用户名和密码。</translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>client</name>
    <message>
        <source>Nothing answers at %1. Is the server running?</source>
        <translation>%1 没有响应。服务器是否正在运行？</translation>
    </message>
    <message>
        <source>There is no host %1. Check the address for typing errors.</source>
        <translation>找不到主机 %1。请检查地址是否有误。</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Try again in a moment.</source>
        <translation>%1 未及时响应。请稍后重试。</translation>
    </message>
    <message>
        <source>No trusted connection to %1: its certificate could not be verified.</source>
        <translation>无法与 %1 建立可信连接：其证书无法验证。</translation>
    </message>
    <message>
        <source>%1 closed the connection before it answered. Try again.</source>
        <translation>%1 在响应之前关闭了连接。请重试。</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the network and try again.</source>
        <translation>无法连接到 %1。请检查网络后重试。</translation>
    </message>
    <message>
        <source>Not signed in. Connect to the server again.</source>
        <translation>尚未登录。请重新连接到服务器。</translation>
    </message>
    <message>
        <source>This instance is saved as read-only: nothing was sent.</source>
        <translation>此实例已保存为只读：未发送任何内容。</translation>
    </message>
    <message>
        <source>Change that in the list of saved instances, and connect again.</source>
        <translation>请在已保存实例的列表中更改此设置，然后重新连接。</translation>
    </message>
    <message>
        <source>The server&apos;s answer lacks &quot;%1&quot;. Is it of this version?</source>
        <translation>服务器的响应中缺少“%1”。服务器版本是否一致？</translation>
    </message>
    <message>
        <source>The server&apos;s sign-in answer holds no token.</source>
        <translation>服务器的登录响应中没有令牌。</translation>
    </message>
    <message>
        <source>%1 is a production site and locked: nothing was sent.</source>
        <translation>%1 是生产站点且已锁定：未发送任何内容。</translation>
    </message>
    <message>
        <source>Unlock it (Ctrl+Shift+L) and try again.</source>
        <translation>请解锁 (Ctrl+Shift+L) 后重试。</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in.</source>
        <translation>服务器未接受登录。</translation>
    </message>
    <message>
        <source>The server does not know this address.</source>
        <translation>服务器上没有此地址。</translation>
    </message>
    <message>
        <source>The server could not answer (status %1). Try again in a moment.</source>
        <translation>服务器无法响应 (状态码 %1)。请稍后重试。</translation>
    </message>
    <message>
        <source>The server points elsewhere (status %1). Connect to the address it moved to.</source>
        <translation>服务器指向了其他地址 (状态码 %1)。请连接到它的新地址。</translation>
    </message>
    <message>
        <source>The server refused the request (status %1).</source>
        <translation>服务器拒绝了该请求 (状态码 %1)。</translation>
    </message>
    <message>
        <source>What answers at this address is not a Tenantry server. Check the address.</source>
        <translation>此地址上响应的不是 Tenantry 服务器。请检查地址。</translation>
    </message>
    <message>
        <source>This account has a second factor: type its code.</source>
        <translation>此账户启用了第二重验证：请输入其验证码。</translation>
    </message>
    <message>
        <source>The code is wrong, or was used already.</source>
        <translation>验证码错误或已使用过。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The desktop console of Tenantry.</source>
        <translation>Tenantry 的桌面控制台。</translation>
    </message>
    <message>
        <source>Start the local instance in this folder and show it.</source>
        <translation>启动此文件夹中的本地实例并显示它。</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Sign in to this server and show it.</source>
        <translation>登录此服务器并显示它。</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
</context>
<context>
    <name>tenantry::console::EmbeddedServer</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AddDomainDialog</name>
    <message>
        <source>Add a domain</source>
        <translation>添加域名</translation>
    </message>
    <message>
        <source>Requests to this host name reach the site as soon as the name leads to the server.</source>
        <translation>只要该名称指向服务器，发往此主机名的请求就会到达站点。</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Host name</source>
        <translation>主机名(&amp;H)</translation>
    </message>
    <message>
        <source>Such as shop.example.com, without https:// and path.</source>
        <translation>例如 shop.example.com，不含 https:// 和路径。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Announcer</name>
    <message>
        <source>Disconnected.</source>
        <translation>已断开连接。</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>已以 %1 的身份登录。</translation>
    </message>
    <message>
        <source>The server answers again.</source>
        <translation>服务器已恢复响应。</translation>
    </message>
    <message>
        <source>%1 It is asked again by itself; what you have changed stays.</source>
        <translation>%1 将自动重试；您所作的更改会保留。</translation>
    </message>
    <message>
        <source>The server was asked often enough. It is asked again when you refresh.</source>
        <translation>已多次尝试连接服务器，不再自动重试。刷新时会再次尝试。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The local instance in %1 did not start. %2</source>
        <translation>%1 中的本地实例未能启动。%2</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ApiDescription</name>
    <message>
        <source>Type something here.</source>
        <translation>请在此输入内容。</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>至少 %n 个字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters.</source>
        <translation>
            <numerusform>最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is none of the possible values.</source>
        <translation>这不是可用的值。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BottomDocks</name>
    <message>
        <source>&amp;Tasks</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>请求(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>消息(&amp;X)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CellInspector</name>
    <message>
        <source>Text of the cell</source>
        <translation>单元格的文本</translation>
    </message>
    <message>
        <source>Bytes of the cell</source>
        <translation>单元格的字节</translation>
    </message>
    <message>
        <source>Structure of the cell</source>
        <translation>单元格的结构</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>文本(&amp;X)</translation>
    </message>
    <message>
        <source>St&amp;ructure</source>
        <translation>结构(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Bytes</source>
        <translation>字节(&amp;B)</translation>
    </message>
    <message>
        <source>Nothing has been typed in the cell inspector.</source>
        <translation>单元格检查器中尚未输入任何内容。</translation>
    </message>
    <message>
        <source>Only documents and lists have a structure.</source>
        <translation>只有文档和列表才有结构。</translation>
    </message>
    <message>
        <source>No cell</source>
        <translation>没有单元格</translation>
    </message>
    <message>
        <source>Open a datatable and go to a cell to see its whole value here.</source>
        <translation>打开数据表并转到一个单元格，即可在此查看其完整的值。</translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the beginning is shown, because the value is long. It cannot be edited here.</source>
        <translation>由于值过长，此处仅显示开头部分，且无法在此编辑。</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共 %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ColumnLayout</name>
    <message>
        <source>&amp;Show all columns</source>
        <translation>显示所有列(&amp;S)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConnectDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>连接到服务器</translation>
    </message>
    <message>
        <source>Sign in with your account on the platform.</source>
        <translation>使用平台账户登录。</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>电子邮件(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Your password would travel unencrypted. Use https:// for this server.</source>
        <translation>密码将以未加密方式传输。请为此服务器使用 https://。</translation>
    </message>
    <message>
        <source>Type your e-mail address.</source>
        <translation>请输入电子邮件地址。</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>&amp;Remember the password on this computer</source>
        <translation>在此计算机上记住密码(&amp;R)</translation>
    </message>
    <message>
        <source>Kept in memory only, until you are signed in, unless you want it remembered.</source>
        <translation>除非您选择记住密码，否则密码仅保留在内存中，直到登录完成。</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>验证码(&amp;O)</translation>
    </message>
    <message>
        <source>From your authenticator app, or one of your recovery codes.</source>
        <translation>来自您的身份验证器应用，或您的恢复代码之一。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Connection</name>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 未及时响应。</translation>
    </message>
    <message>
        <source>trying again…</source>
        <translation>正在重试…</translation>
    </message>
    <message numerus="yes">
        <source>retrying in %n s</source>
        <translation>
            <numerusform>%n 秒后重试</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Trying again…</source>
        <translation>%1 正在重试…</translation>
    </message>
    <message numerus="yes">
        <source>%1 Trying again in %n second(s).</source>
        <translation>
            <numerusform>%1 将在 %n 秒后重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>已连接。</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>%1 The console no longer tries by itself.</source>
        <translation>%1 控制台不再自动重试。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConsoleActions</name>
    <message>
        <source>Start a &amp;local instance…</source>
        <translation>启动本地实例(&amp;L)…</translation>
    </message>
    <message>
        <source>This console was built without a server.</source>
        <translation>此控制台构建时未包含服务器。</translation>
    </message>
    <message>
        <source>A local instance is starting already.</source>
        <translation>已有本地实例正在启动。</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>连接到服务器(&amp;C)…</translation>
    </message>
    <message>
        <source>Saved &amp;instances…</source>
        <translation>已保存的实例(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>断开连接(&amp;D)</translation>
    </message>
    <message>
        <source>Select an instance in the tree.</source>
        <translation>请在树中选择一个实例。</translation>
    </message>
    <message>
        <source>New &amp;organization…</source>
        <translation>新建组织(&amp;O)…</translation>
    </message>
    <message>
        <source>Connect to a server or start one first.</source>
        <translation>请先连接到服务器或启动一个服务器。</translation>
    </message>
    <message>
        <source>New &amp;site…</source>
        <translation>新建站点(&amp;S)…</translation>
    </message>
    <message>
        <source>Select an organization in the tree.</source>
        <translation>请在树中选择一个组织。</translation>
    </message>
    <message>
        <source>New &amp;app…</source>
        <translation>新建应用(&amp;A)…</translation>
    </message>
    <message>
        <source>Select a site in the tree.</source>
        <translation>请在树中选择一个站点。</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Nothing is connected.</source>
        <translation>没有任何连接。</translation>
    </message>
    <message>
        <source>Go to the &amp;tree</source>
        <translation>转到树(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Filter the tree</source>
        <translation>筛选树(&amp;F)</translation>
    </message>
    <message>
        <source>Folder of the local instance</source>
        <translation>本地实例的文件夹</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>在此启动</translation>
    </message>
    <message>
        <source>Load the &amp;demo on this computer</source>
        <translation>在此计算机上载入演示(&amp;M)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CreateAppDialog</name>
    <message>
        <source>New app</source>
        <translation>新建应用</translation>
    </message>
    <message>
        <source>An app holds datatables, functions and files of its own. It shares the site&apos;s users.</source>
        <translation>应用拥有自己的数据表、函数和文件，并共享站点的用户。</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>创建(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>描述(&amp;D)</translation>
    </message>
    <message>
        <source>Its slug is made of the name and stays as it is.</source>
        <translation>其 slug 由名称生成，此后保持不变。</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>Slug</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CreateOrganizationDialog</name>
    <message>
        <source>New organization</source>
        <translation>新建组织</translation>
    </message>
    <message>
        <source>An organization owns sites and has members. You become its owner.</source>
        <translation>组织拥有站点和成员。您将成为其所有者。</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>创建(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Its slug is made of the name and stays as it is.</source>
        <translation>其 slug 由名称生成，此后保持不变。</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>Slug</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CreateSiteDialog</name>
    <message>
        <source>New site</source>
        <translation>新建站点</translation>
    </message>
    <message>
        <source>A site is a tenant of its own: its data, users and settings are shared with no other.</source>
        <translation>站点是独立的租户：其数据、用户和设置不与其他站点共享。</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>创建(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>环境(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>描述(&amp;D)</translation>
    </message>
    <message>
        <source>These are made of it and stay as they are:</source>
        <translation>以下各项由名称生成，此后保持不变：</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>全名</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>Slug</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域名</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DatatableActions</name>
    <message>
        <source>Open a datatable first.</source>
        <translation>请先打开一个数据表。</translation>
    </message>
    <message>
        <source>Select a row.</source>
        <translation>请选择一行。</translation>
    </message>
    <message>
        <source>&amp;New row</source>
        <translation>新建行(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Delete rows</source>
        <translation>删除行(&amp;D)</translation>
    </message>
    <message>
        <source>Take back the &amp;changes of these rows</source>
        <translation>撤回这些行的更改(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Edit cell</source>
        <translation>编辑单元格(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Set NULL</source>
        <translation>设为 NULL(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃更改(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Commit</source>
        <translation>提交(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Commit (%1)</source>
        <translation>提交 (%1)(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Filter rows…</source>
        <translation>筛选行(&amp;F)…</translation>
    </message>
    <message>
        <source>Filter by &amp;this cell</source>
        <translation>按此单元格筛选(&amp;I)</translation>
    </message>
    <message>
        <source>Select a cell with a value.</source>
        <translation>请选择一个有值的单元格。</translation>
    </message>
    <message>
        <source>Rows cannot be filtered by a whole document.</source>
        <translation>无法按整个文档筛选行。</translation>
    </message>
    <message>
        <source>&amp;Remove all filters</source>
        <translation>移除所有筛选条件(&amp;G)</translation>
    </message>
    <message>
        <source>No filter is set.</source>
        <translation>未设置筛选条件。</translation>
    </message>
    <message>
        <source>C&amp;hoose columns…</source>
        <translation>选择列(&amp;H)…</translation>
    </message>
    <message>
        <source>Select the cells to copy.</source>
        <translation>请选择要复制的单元格。</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>复制为 CSV(&amp;V)</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>复制为 JSON(&amp;J)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>复制为 curl(&amp;B)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DatatableTab</name>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>%1 的行</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>Loading rows…</source>
        <translation>正在加载行…</translation>
    </message>
    <message>
        <source>The rows could not be loaded</source>
        <translation>无法加载行</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>尚无行</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>没有行</translation>
    </message>
    <message>
        <source>Rows %1–%2 of %3</source>
        <translation>第 %1–%2 行，共 %3 行</translation>
    </message>
    <message>
        <source>Add one with Ctrl+N, or through the API: POST to %1 of this app.</source>
        <translation>按 Ctrl+N 添加一行，或通过 API：向此应用的 %1 发送 POST 请求。</translation>
    </message>
    <message>
        <source>Committing…</source>
        <translation>正在提交…</translation>
    </message>
    <message>
        <source>No rows match</source>
        <translation>没有匹配的行</translation>
    </message>
    <message>
        <source>No row meets all the filters above.</source>
        <translation>没有行满足上方的所有筛选条件。</translation>
    </message>
    <message>
        <source>&amp;Remove the filters</source>
        <translation>移除筛选条件(&amp;R)</translation>
    </message>
    <message>
        <source>New rows</source>
        <translation>新行</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DeleteDialog</name>
    <message>
        <source>&amp;Delete for good</source>
        <translation>永久删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Type &quot;%1&quot; to delete it.</source>
        <translation>请输入“%1”以确认删除。</translation>
    </message>
    <message>
        <source>This is not its name. Type &quot;%1&quot; to delete it.</source>
        <translation>名称不符。请输入“%1”以确认删除。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DemoAction</name>
    <message>
        <source>Load the demo &amp;into this instance…</source>
        <translation>将演示载入此实例(&amp;N)…</translation>
    </message>
    <message>
        <source>The demo is being loaded.</source>
        <translation>正在载入演示。</translation>
    </message>
    <message>
        <source>Connect to a server or start one first.</source>
        <translation>请先连接到服务器或启动一个服务器。</translation>
    </message>
    <message>
        <source>Select an instance in the tree.</source>
        <translation>请在树中选择一个实例。</translation>
    </message>
    <message>
        <source>This instance is saved as one to be read only.</source>
        <translation>此实例已保存为只读。</translation>
    </message>
    <message>
        <source>Load the demo</source>
        <translation>载入演示</translation>
    </message>
    <message>
        <source>Load the demo into “%1”?</source>
        <translation>要将演示载入“%1”吗？</translation>
    </message>
    <message>
        <source>Makes the organization Acme (demo), with a production and a staging site. Each holds a shop and a magazine with some thousand rows, to look around in and to try things on. You can go on working meanwhile.</source>
        <translation>将创建组织 Acme (demo)，含一个生产站点和一个预发布站点。每个站点都有一个商店和一份杂志，共数千行数据，可供浏览和试用。载入期间您可以继续工作。</translation>
    </message>
    <message>
        <source>&amp;Load the demo</source>
        <translation>载入演示(&amp;L)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DemoInstance</name>
    <message>
        <source>This console was built without a server.</source>
        <translation>此控制台构建时未包含服务器。</translation>
    </message>
    <message>
        <source>The demo is open already.</source>
        <translation>演示已经打开。</translation>
    </message>
    <message>
        <source>A local instance is starting already.</source>
        <translation>已有本地实例正在启动。</translation>
    </message>
    <message>
        <source>The demo is being loaded.</source>
        <translation>正在载入演示。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DemoTasks</name>
    <message>
        <source>Load the demo</source>
        <translation>载入演示</translation>
    </message>
    <message>
        <source>The demo is there, as the organization Acme (demo).</source>
        <translation>演示已就绪，即组织 Acme (demo)。</translation>
    </message>
    <message>
        <source>The instance was disconnected.</source>
        <translation>实例已断开连接。</translation>
    </message>
    <message>
        <source>What was made so far is called unfinished; loading again removes it first.</source>
        <translation>已创建的部分名称带有“unfinished”字样；重新载入时会先将其移除。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DomainsPage</name>
    <message>
        <source>Primary</source>
        <translation>主域名</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Asking for the domains…</source>
        <translation>正在获取域名…</translation>
    </message>
    <message>
        <source>The domains could not be loaded</source>
        <translation>无法加载域名</translation>
    </message>
    <message>
        <source>No domains yet</source>
        <translation>尚无域名</translation>
    </message>
    <message>
        <source>A domain is a host name that leads to this site.</source>
        <translation>域名是指向此站点的主机名。</translation>
    </message>
    <message>
        <source>An owner of the organization can grant it.</source>
        <translation>组织的所有者可以授予此权限。</translation>
    </message>
    <message>
        <source>&amp;Add a domain…</source>
        <translation>添加域名(&amp;A)…</translation>
    </message>
    <message>
        <source>Make the domain &amp;primary</source>
        <translation>设为主域名(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Remove the domain…</source>
        <translation>移除域名(&amp;M)…</translation>
    </message>
    <message>
        <source>This is the primary domain already.</source>
        <translation>这已经是主域名。</translation>
    </message>
    <message>
        <source>Make another domain primary before removing this one.</source>
        <translation>移除此域名之前，请先将另一个域名设为主域名。</translation>
    </message>
    <message>
        <source>A site keeps at least one domain. Add another one first.</source>
        <translation>站点至少要保留一个域名。请先添加另一个域名。</translation>
    </message>
    <message numerus="yes">
        <source>%n domains</source>
        <translation>
            <numerusform>%n 个域名</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>要移除 %1 吗？</translation>
    </message>
    <message>
        <source>Requests to this host name no longer reach the site. The name becomes free for other sites.</source>
        <translation>发往此主机名的请求将不再到达该站点。该名称可供其他站点使用。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EditDialog</name>
    <message>
        <source>Its address stays as it is, whatever it is called.</source>
        <translation>无论名称如何更改，地址都保持不变。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>环境(&amp;E)</translation>
    </message>
    <message>
        <source>A production site opens locked here, so that nothing is changed by mistake.</source>
        <translation>生产站点在此打开时处于锁定状态，以免误改。</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>描述(&amp;D)</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>请输入名称。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EditModel</name>
    <message>
        <source>default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Stored: %1</source>
        <translation>已存储：%1</translation>
    </message>
    <message>
        <source>Select a cell.</source>
        <translation>请选择一个单元格。</translation>
    </message>
    <message>
        <source>The row is still being fetched.</source>
        <translation>该行仍在获取中。</translation>
    </message>
    <message>
        <source>The row is marked for deletion. Undo that first.</source>
        <translation>该行已标记为删除。请先撤销该操作。</translation>
    </message>
    <message>
        <source>A primary key stays as it is. Add a row with the new key and delete this one.</source>
        <translation>主键不可更改。请用新主键添加一行，再删除此行。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EnvironmentBand</name>
    <message>
        <source>E&amp;xtend to 15 minutes</source>
        <translation>延长到 15 分钟(&amp;X)</translation>
    </message>
    <message>
        <source>Un&amp;lock for 15 minutes</source>
        <translation>解锁 15 分钟(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>立即锁定(&amp;K)</translation>
    </message>
    <message>
        <source>%1 · locked</source>
        <translation>%1 · 已锁定</translation>
    </message>
    <message>
        <source>%1 · unlocked for %2</source>
        <translation>%1 · 已解锁，剩余 %2</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FilterBar</name>
    <message>
        <source>%1 is NULL</source>
        <translation>%1 为 NULL</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 为空</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>移除此筛选条件</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>移除筛选条件 %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FilterDialog</name>
    <message>
        <source>&amp;No value (NULL)</source>
        <translation>无值 (NULL)(&amp;N)</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Column</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Equals</source>
        <translation>等于(&amp;E)</translation>
    </message>
    <message>
        <source>Type a value, or tick that there is none.</source>
        <translation>请输入一个值，或勾选“无值”。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FormDialog</name>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InspectorDock</name>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>&amp;Inspect cell</source>
        <translation>在检查器中查看单元格(&amp;O)</translation>
    </message>
    <message>
        <source>Open a datatable first.</source>
        <translation>请先打开一个数据表。</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用更改(&amp;A)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InstancePage</name>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Read-only: nothing can be changed there from this console.</source>
        <translation>只读：无法从此控制台更改其中的任何内容。</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
    <message>
        <source>&amp;Stop this instance</source>
        <translation>停止此实例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>断开连接(&amp;D)</translation>
    </message>
    <message>
        <source>Its data stays in the folder. Changes nobody has sent yet stay in the console.</source>
        <translation>其数据保留在文件夹中。尚未发送的更改保留在控制台中。</translation>
    </message>
    <message>
        <source>Changes nobody has sent yet stay in the console.</source>
        <translation>尚未发送的更改保留在控制台中。</translation>
    </message>
    <message>
        <source>&amp;Log of the server</source>
        <translation>服务器日志(&amp;L)</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>No mail leaves this computer: each becomes a file in the outbox, for you to read.</source>
        <translation>邮件不会离开此计算机：每封邮件都会成为发件箱中的一个文件，供您阅读。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Instances</name>
    <message>
        <source>The folder&apos;s administrator has another password than the console keeps there.</source>
        <translation>该文件夹的管理员密码与控制台保存在其中的密码不同。</translation>
    </message>
    <message>
        <source>Start tenantry-server on the folder and connect to it with your own account.</source>
        <translation>请用该文件夹启动 tenantry-server，并使用自己的账户连接。</translation>
    </message>
    <message>
        <source>Local: %1</source>
        <translation>本地：%1</translation>
    </message>
    <message>
        <source>The start was cancelled.</source>
        <translation>启动已取消。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InstancesDialog</name>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>D&amp;uplicate…</source>
        <translation>复制(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Filter by name, group, address or account</source>
        <translation>按名称、分组、地址或账户筛选</translation>
    </message>
    <message>
        <source>Saved instances</source>
        <translation>已保存的实例</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>新建(&amp;N)…</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (副本)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Select an instance in the list.</source>
        <translation>请在列表中选择一个实例。</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>目前没有可导出的内容。</translation>
    </message>
    <message>
        <source>No instance is saved yet. Make one with New, or import a file from another console.</source>
        <translation>尚未保存任何实例。请用“新建”添加一个，或从其他控制台导入文件。</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>没有符合筛选条件的内容。</translation>
    </message>
    <message>
        <source>Remove instance</source>
        <translation>移除实例</translation>
    </message>
    <message>
        <source>Remove “%1” from the list? The instance itself and its data stay as they are.</source>
        <translation>要从列表中移除“%1”吗？实例本身及其数据不受影响。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Export instances</source>
        <translation>导出实例</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <source>Import instances</source>
        <translation>导入实例</translation>
    </message>
    <message>
        <source>JSON files (*.json);;All files (*)</source>
        <translation>JSON 文件 (*.json);;所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) exported, without passwords.</source>
        <translation>
            <numerusform>已导出 %n 个实例，不含密码。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) imported.</source>
        <translation>
            <numerusform>已导入 %n 个实例。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n 个成员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n elements</source>
        <translation>
            <numerusform>%n 个元素</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::KeepDialog</name>
    <message>
        <source>Where shall passwords be kept?</source>
        <translation>密码应保存在哪里？</translation>
    </message>
    <message>
        <source>%1 Choose another way; it can be changed in the preferences.</source>
        <translation>%1 请选择其他方式；以后可在首选项中更改。</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>In an &amp;encrypted file, opened with a passphrase of yours once a start</source>
        <translation>保存在加密文件中，每次启动时用您的密码短语打开一次(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Nowhere: each password is typed when it is needed</source>
        <translation>不保存：每次需要时输入密码(&amp;N)</translation>
    </message>
    <message>
        <source>In the &amp;keychain: I have started it, try again</source>
        <translation>保存在钥匙串中：我已启动钥匙串，请重试(&amp;K)</translation>
    </message>
    <message>
        <source>Where passwords are kept</source>
        <translation>密码的保存位置</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>请选择其中一项。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::KeychainStore</name>
    <message>
        <source>No keychain answers on this computer.</source>
        <translation>此计算机上没有可用的钥匙串。</translation>
    </message>
    <message>
        <source>The keychain was not opened.</source>
        <translation>钥匙串未打开。</translation>
    </message>
    <message>
        <source>The keychain failed: %1</source>
        <translation>钥匙串出错：%1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LogPanel</name>
    <message>
        <source>Log of the server</source>
        <translation>服务器日志</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>尚无日志记录。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MainToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Start an instance or connect to one.</source>
        <translation>启动或连接到一个实例。</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Create an organization, a site or an app.</source>
        <translation>创建组织、站点或应用。</translation>
    </message>
    <message>
        <source>Tool&amp;bar</source>
        <translation>工具栏(&amp;L)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MainWindow</name>
    <message>
        <source>Tenantry</source>
        <translation>Tenantry</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>&amp;Instance</source>
        <translation>实例(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>创建(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>正在完成…</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行(&amp;R)</translation>
    </message>
    <message>
        <source>%1 — Tenantry</source>
        <translation>%1 — Tenantry</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MemberDialog</name>
    <message>
        <source>Edit the member %1</source>
        <translation>编辑成员 %1</translation>
    </message>
    <message>
        <source>What stands here counts in this organization.</source>
        <translation>此处的内容仅对该组织有效。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Somebody who has an account on this server joins the organization.</source>
        <translation>将在此服务器上拥有账户的人加入该组织。</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>Of an account that is there already.</source>
        <translation>须为已有账户的用户名。</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>角色(&amp;R)</translation>
    </message>
    <message>
        <source>Owners administer the organization, its members and all its sites.</source>
        <translation>所有者管理该组织及其成员和所有站点。</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>职务(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>部门(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>电话(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Active</source>
        <translation>启用(&amp;A)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Who is not active has no rights here, and keeps the place.</source>
        <translation>停用的成员在此没有任何权限，但保留其成员身份。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MembersPage</name>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Asking for the members…</source>
        <translation>正在获取成员…</translation>
    </message>
    <message>
        <source>The members could not be loaded</source>
        <translation>无法加载成员</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>尚无成员</translation>
    </message>
    <message>
        <source>A member is an account of this server that works for the organization.</source>
        <translation>成员是此服务器上为该组织工作的账户。</translation>
    </message>
    <message>
        <source>An owner of the organization can grant it.</source>
        <translation>组织的所有者可以授予此权限。</translation>
    </message>
    <message>
        <source>&amp;Add a member…</source>
        <translation>添加成员(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit the member…</source>
        <translation>编辑成员(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Remove the member…</source>
        <translation>移除成员(&amp;M)…</translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n 个成员</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1 from the organization?</source>
        <translation>要将 %1 从组织中移除吗？</translation>
    </message>
    <message>
        <source>The account stays, but loses every permission on the organization and its sites.</source>
        <translation>账户会保留，但将失去对该组织及其站点的所有权限。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MessageLog</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MessagePanel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Messages, the newest last</source>
        <translation>消息，最新的在最后</translation>
    </message>
    <message>
        <source>What the console has to say is kept here. It has said nothing yet.</source>
        <translation>控制台发出的消息会保留在这里。目前还没有。</translation>
    </message>
    <message>
        <source>Select a message to read all of it.</source>
        <translation>请选择一条消息以查看全文。</translation>
    </message>
    <message>
        <source>Copy the text of the message.</source>
        <translation>复制消息的文本。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Navigation</name>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>There is nothing to go back to.</source>
        <translation>没有可以后退到的位置。</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>There is nothing to go forward to.</source>
        <translation>没有可以前进到的位置。</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>向上(&amp;U)</translation>
    </message>
    <message>
        <source>There is nothing above.</source>
        <translation>上面没有内容。</translation>
    </message>
    <message>
        <source>&amp;Path</source>
        <translation>路径(&amp;P)</translation>
    </message>
    <message>
        <source>Nothing is connected.</source>
        <translation>没有任何连接。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::NodeActions</name>
    <message>
        <source>Edit the organization %1</source>
        <translation>编辑组织 %1</translation>
    </message>
    <message>
        <source>Edit the site %1</source>
        <translation>编辑站点 %1</translation>
    </message>
    <message>
        <source>Edit the app %1</source>
        <translation>编辑应用 %1</translation>
    </message>
    <message>
        <source>Delete the organization %1?</source>
        <translation>要删除组织 %1 吗？</translation>
    </message>
    <message>
        <source>Delete the site %1?</source>
        <translation>要删除站点 %1 吗？</translation>
    </message>
    <message>
        <source>Delete the app %1?</source>
        <translation>要删除应用 %1 吗？</translation>
    </message>
    <message>
        <source>Delete the datatable %1?</source>
        <translation>要删除数据表 %1 吗？</translation>
    </message>
    <message>
        <source>Its members lose it. An organization that has sites is not deleted.</source>
        <translation>其成员将失去该组织。仍有站点的组织不会被删除。</translation>
    </message>
    <message>
        <source>All its apps, datatables, rows and users go with it. Nothing brings them back.</source>
        <translation>其所有应用、数据表、行和用户将一并删除，且无法恢复。</translation>
    </message>
    <message>
        <source>All its datatables and rows go with it. Nothing brings them back.</source>
        <translation>其所有数据表和行将一并删除，且无法恢复。</translation>
    </message>
    <message>
        <source>All its rows go with it. Nothing brings them back.</source>
        <translation>其所有行将一并删除，且无法恢复。</translation>
    </message>
    <message>
        <source>This is a production site, and it is locked. Unlock it first (Ctrl+Shift+L).</source>
        <translation>这是生产站点且已锁定。请先解锁 (Ctrl+Shift+L)。</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>D&amp;elete…</source>
        <translation>删除(&amp;L)…</translation>
    </message>
    <message>
        <source>A datatable keeps its name.</source>
        <translation>数据表的名称不可更改。</translation>
    </message>
    <message>
        <source>Select an organization, a site or an app in the tree.</source>
        <translation>请在树中选择一个组织、站点或应用。</translation>
    </message>
    <message>
        <source>Select an organization, a site, an app or a datatable in the tree.</source>
        <translation>请在树中选择一个组织、站点、应用或数据表。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PaletteDialog</name>
    <message>
        <source>Go to anything</source>
        <translation>快速转到</translation>
    </message>
    <message>
        <source>Type a part of what you want to open or do</source>
        <translation>输入要打开的内容或要执行的操作的一部分</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PassphraseDialog</name>
    <message>
        <source>I have &amp;forgotten it</source>
        <translation>我忘记了密码短语(&amp;F)</translation>
    </message>
    <message>
        <source>Open the stored passwords</source>
        <translation>打开已存储的密码</translation>
    </message>
    <message>
        <source>They are in an encrypted file. Its passphrase is asked for once, until the console ends.</source>
        <translation>密码保存在加密文件中。打开文件需要密码短语，在控制台退出之前只会询问一次。</translation>
    </message>
    <message>
        <source>A passphrase for your passwords</source>
        <translation>为您的密码设置密码短语</translation>
    </message>
    <message>
        <source>They are kept in an encrypted file. Nobody can open it without the passphrase, you neither: there is no other way in.</source>
        <translation>密码保存在加密文件中。没有密码短语，任何人都无法打开该文件，您自己也不例外：没有其他办法。</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>密码短语(&amp;P)</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters. Several words are good.</source>
        <translation>
            <numerusform>至少 %n 个字符。建议使用多个单词。</numerusform>
        </translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>再次输入(&amp;A)</translation>
    </message>
    <message>
        <source>Then the stored passwords are removed, and you begin anew with another passphrase.</source>
        <translation>已存储的密码将被移除，您需要用新的密码短语重新开始。</translation>
    </message>
    <message>
        <source>&amp;Encrypt and keep</source>
        <translation>加密并保存(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>请输入密码短语。</translation>
    </message>
    <message numerus="yes">
        <source>Type at least %n characters.</source>
        <translation>
            <numerusform>请至少输入 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The two differ. Type the same passphrase again.</source>
        <translation>两次输入不一致。请再次输入相同的密码短语。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PathBar</name>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>What is in %1</source>
        <translation>%1 中的内容</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PathMenu</name>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the tree</source>
        <translation>
            <numerusform>树中还有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PreferencesActions</name>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>Appearance as the &amp;system</source>
        <translation>外观跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light appearance</source>
        <translation>浅色外观(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark appearance</source>
        <translation>深色外观(&amp;D)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PreferencesDialog</name>
    <message>
        <source>O&amp;pen the tabs of last time at the start</source>
        <translation>启动时打开上次的标签页(&amp;O)</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>外观(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Text size:</source>
        <translation>文字大小(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>Another language is used from the next start on.</source>
        <translation>更改语言后，下次启动时生效。</translation>
    </message>
    <message>
        <source>In the keychain, or ask when there is none</source>
        <translation>保存在钥匙串中，没有钥匙串时询问</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>保存在钥匙串中</translation>
    </message>
    <message>
        <source>In an encrypted file, opened with a passphrase</source>
        <translation>保存在加密文件中，用密码短语打开</translation>
    </message>
    <message>
        <source>Nowhere: ask each time</source>
        <translation>不保存：每次询问</translation>
    </message>
    <message>
        <source>They are shown, and nothing is asked of a server until you load them.</source>
        <translation>标签页会显示出来，但在您加载之前不会向服务器发送任何请求。</translation>
    </message>
    <message>
        <source>&amp;Keep passwords:</source>
        <translation>保存密码(&amp;K)：</translation>
    </message>
    <message>
        <source>Passwords that are kept already stay where they are.</source>
        <translation>已保存的密码仍留在原处。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PreviewDialog</name>
    <message numerus="yes">
        <source>+ Create %n rows</source>
        <translation>
            <numerusform>+ 创建 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>~ Change %n rows</source>
        <translation>
            <numerusform>~ 更改 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>- Delete %n rows</source>
        <translation>
            <numerusform>- 删除 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview of the commit</source>
        <translation>提交预览</translation>
    </message>
    <message numerus="yes">
        <source>A commit will send these %n requests in this order.</source>
        <translation>
            <numerusform>提交时将按此顺序发送以下 %n 个请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>The selected request</source>
        <translation>所选请求</translation>
    </message>
    <message>
        <source>&amp;Copy as curl</source>
        <translation>复制为 curl(&amp;C)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ProfileDialog</name>
    <message>
        <source>Read-only: nothing can be changed there from this console</source>
        <translation>只读：无法从此控制台更改其中的任何内容</translation>
    </message>
    <message>
        <source>Save it without this test</source>
        <translation>不经此测试直接保存</translation>
    </message>
    <message>
        <source>New instance</source>
        <translation>新建实例</translation>
    </message>
    <message>
        <source>Edit instance</source>
        <translation>编辑实例</translation>
    </message>
    <message>
        <source>A server&apos;s address is tried before it is saved.</source>
        <translation>保存之前会先测试服务器地址。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>A server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>A folder on this computer</source>
        <translation>此计算机上的文件夹</translation>
    </message>
    <message>
        <source>&amp;What is it?</source>
        <translation>类型(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Address or folder</source>
        <translation>地址或文件夹(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;E-mail of your account</source>
        <translation>账户的电子邮件(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>分组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Type a name for it.</source>
        <translation>请为其输入名称。</translation>
    </message>
    <message>
        <source>Type or choose a folder, from the root on.</source>
        <translation>请输入文件夹的完整路径，或选择一个文件夹。</translation>
    </message>
    <message>
        <source>Your password would travel unencrypted. Use https:// for this server.</source>
        <translation>密码将以未加密方式传输。请为此服务器使用 https://。</translation>
    </message>
    <message>
        <source>Something answers there, but it is no server of Tenantry.</source>
        <translation>该地址有响应，但不是 Tenantry 服务器。</translation>
    </message>
    <message>
        <source>Folder of the local instance</source>
        <translation>本地实例的文件夹</translation>
    </message>
    <message>
        <source>The password is asked for when you connect, and can be remembered then.</source>
        <translation>连接时会询问密码，届时可以选择记住密码。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ProfileStore</name>
    <message>
        <source>Colour: %1</source>
        <translation>颜色：%1</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Address or folder</source>
        <translation>地址或文件夹</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RequestModel</name>
    <message>
        <source>No answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Correlation ID</source>
        <translation>关联 ID</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RequestPanel</name>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Requests, the newest last</source>
        <translation>请求，最新的在最后</translation>
    </message>
    <message>
        <source>Every call the console makes is listed here. None was made yet.</source>
        <translation>控制台发出的每次调用都会列在这里。目前还没有。</translation>
    </message>
    <message>
        <source>Select a request to copy it.</source>
        <translation>请选择要复制的请求。</translation>
    </message>
    <message>
        <source>What was sent is a secret or too large to be kept.</source>
        <translation>发送的内容属于机密或过大，未予保留。</translation>
    </message>
    <message>
        <source>Copy the request as a curl command, without the token.</source>
        <translation>将请求复制为 curl 命令，不含令牌。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RestoredPage</name>
    <message>
        <source>%1 is not loaded yet</source>
        <translation>%1 尚未加载</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>加载(&amp;L)</translation>
    </message>
    <message>
        <source>%1 is not loaded</source>
        <translation>%1 未加载</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>无法打开 %1</translation>
    </message>
    <message>
        <source>It was open before. Nothing was asked of the server since.</source>
        <translation>之前已打开。此后未向服务器请求任何内容。</translation>
    </message>
    <message>
        <source>It was open before. Connect to %1 to load it.</source>
        <translation>之前已打开。请连接到 %1 以加载。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RoomActions</name>
    <message>
        <source>&amp;Add to the list…</source>
        <translation>添加到列表(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Edit in the list…</source>
        <translation>在列表中编辑(&amp;I)…</translation>
    </message>
    <message>
        <source>Make primary, or &amp;deactivate</source>
        <translation>设为主域名或停用(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Remove from the list…</source>
        <translation>从列表中移除(&amp;R)…</translation>
    </message>
    <message>
        <source>Open users, domains or members from the tree first.</source>
        <translation>请先从树中打开用户、域名或成员。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RoomHeader</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>在 %1 中搜索</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RoomPage</name>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>There is nothing of the kind in %1.</source>
        <translation>“%1”中没有此类操作。</translation>
    </message>
    <message>
        <source>This instance is saved as read-only. Change that in the list of saved instances.</source>
        <translation>此实例已保存为只读。请在已保存实例的列表中更改此设置。</translation>
    </message>
    <message>
        <source>This takes the permission &quot;%1&quot;. %2</source>
        <translation>此操作需要权限“%1”。%2</translation>
    </message>
    <message>
        <source>Select a row first.</source>
        <translation>请先选择一行。</translation>
    </message>
    <message>
        <source>Nobody and nothing found</source>
        <translation>未找到任何内容</translation>
    </message>
    <message>
        <source>Nothing here holds &quot;%1&quot;.</source>
        <translation>此处没有包含“%1”的内容。</translation>
    </message>
    <message>
        <source>This is a production site, and it is locked. Unlock it first (Ctrl+Shift+L).</source>
        <translation>这是生产站点且已锁定。请先解锁 (Ctrl+Shift+L)。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SecretFile</name>
    <message>
        <source>This is not the passphrase of the stored passwords.</source>
        <translation>这不是已存储密码的密码短语。</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, is damaged. Bring it back from a backup, or begin a new one.</source>
        <translation>存储密码的文件 %1 已损坏。请从备份中恢复，或新建一个文件。</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, cannot be read.</source>
        <translation>无法读取存储密码的文件 %1。</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, cannot be written. Check the folder and the room on the disk.</source>
        <translation>无法写入存储密码的文件 %1。请检查文件夹和磁盘空间。</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, cannot be locked. Check the folder, and whether another console hangs.</source>
        <translation>无法锁定存储密码的文件 %1。请检查文件夹，以及是否有其他控制台失去响应。</translation>
    </message>
    <message>
        <source>The stored passwords are locked.</source>
        <translation>已存储的密码处于锁定状态。</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, cannot be removed.</source>
        <translation>无法移除存储密码的文件 %1。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ServerLogin</name>
    <message>
        <source>Signing in to %1…</source>
        <translation>正在登录 %1…</translation>
    </message>
    <message>
        <source>The stored password was not accepted.</source>
        <translation>已存储的密码未被接受。</translation>
    </message>
    <message>
        <source>Type the one that is right now.</source>
        <translation>请输入当前有效的密码。</translation>
    </message>
    <message>
        <source>The password is not kept: %1</source>
        <translation>密码未保存：%1</translation>
    </message>
    <message>
        <source>The password is not kept. It will be asked for again.</source>
        <translation>密码未保存。下次将再次询问。</translation>
    </message>
    <message>
        <source>The stored password could not be removed: %1</source>
        <translation>无法移除已存储的密码：%1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Search by action or key</source>
        <translation>按操作或按键搜索</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SiteActions</name>
    <message>
        <source>Un&amp;lock for 15 minutes</source>
        <translation>解锁 15 分钟(&amp;L)</translation>
    </message>
    <message>
        <source>Select a site, or open something of one.</source>
        <translation>请选择一个站点，或打开其中的内容。</translation>
    </message>
    <message>
        <source>Only production sites are locked.</source>
        <translation>只有生产站点会被锁定。</translation>
    </message>
    <message>
        <source>E&amp;xtend to 15 minutes</source>
        <translation>延长到 15 分钟(&amp;X)</translation>
    </message>
    <message>
        <source>The site is not unlocked.</source>
        <translation>站点尚未解锁。</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>立即锁定(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Lock %1 now</source>
        <translation>立即锁定 %1(&amp;L)</translation>
    </message>
    <message>
        <source>Un&amp;lock %1 for 15 minutes</source>
        <translation>将 %1 解锁 15 分钟(&amp;L)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StatePage</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StatusLine</name>
    <message>
        <source>Address of the server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Show the tasks.</source>
        <translation>显示任务。</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>%1: %2
A click copies it.</source>
        <translation>%1：%2
单击即可复制。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connect to a server, or start a local instance.</source>
        <translation>请连接到服务器，或启动本地实例。</translation>
    </message>
    <message>
        <source>%1
A click asks the server now.</source>
        <translation>%1
单击可立即询问服务器。</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Version of the server.
A click copies it.</source>
        <translation>服务器版本。
单击即可复制。</translation>
    </message>
    <message>
        <source>%1
A click shows all messages.</source>
        <translation>%1
单击可显示所有消息。</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks running</source>
        <translation>
            <numerusform>%n 个任务正在运行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TabActions</name>
    <message>
        <source>Select a datatable in the tree.</source>
        <translation>请在树中选择一个数据表。</translation>
    </message>
    <message>
        <source>No tab is open.</source>
        <translation>没有打开的标签页。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Open as pre&amp;view</source>
        <translation>以预览打开(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Keep this tab</source>
        <translation>保留此标签页(&amp;K)</translation>
    </message>
    <message>
        <source>This tab is no preview; it stays.</source>
        <translation>此标签页不是预览，会一直保留。</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>关闭标签页(&amp;C)</translation>
    </message>
    <message>
        <source>Open the closed tab &amp;again</source>
        <translation>重新打开已关闭的标签页(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>下一个标签页(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>上一个标签页(&amp;P)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TabArea</name>
    <message>
        <source>%1 (%2 changed)</source>
        <translation>%1 (%2 处更改)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TabKeeper</name>
    <message>
        <source>No tab was closed.</source>
        <translation>没有关闭过标签页。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TabStrip</name>
    <message>
        <source>Open tabs</source>
        <translation>打开的标签页</translation>
    </message>
    <message>
        <source>%1, preview</source>
        <translation>%1，预览</translation>
    </message>
    <message>
        <source>%1
A preview: the next one takes its place. Double-click to keep it.</source>
        <translation>%1
预览：下一个预览会取代它。双击可保留。</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭 %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TableEditor</name>
    <message numerus="yes">
        <source>%n changes of an earlier session are back; nothing was sent.</source>
        <translation>
            <numerusform>已恢复先前会话的 %n 处更改；未发送任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>This instance is saved as read-only.</source>
        <translation>此实例已保存为只读。</translation>
    </message>
    <message>
        <source>%1 is a production site and locked. Unlock it to edit (Ctrl+Shift+L).</source>
        <translation>%1 是生产站点且已锁定。要编辑请先解锁 (Ctrl+Shift+L)。</translation>
    </message>
    <message>
        <source>This table has no primary key, so its rows cannot be told apart.</source>
        <translation>此表没有主键，因此无法区分各行。</translation>
    </message>
    <message>
        <source>The changes are being committed.</source>
        <translation>正在提交更改。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message numerus="yes">
        <source>%n cells hold a text that is no value. They have a red frame.</source>
        <translation>
            <numerusform>有 %n 个单元格的文本不是有效值，已用红框标出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a changed row.</source>
        <translation>请选择一个已更改的行。</translation>
    </message>
    <message>
        <source>Set NULL</source>
        <translation>设为 NULL</translation>
    </message>
    <message numerus="yes">
        <source>%1 Nothing is lost: %n changes are still pending.</source>
        <translation>
            <numerusform>%1 没有丢失任何内容：仍有 %n 处更改待提交。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n rows; each says why.</source>
        <translation>
            <numerusform>服务器拒绝了 %n 行；每行都注明了原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>This table shows rows of another app. They can be changed there.</source>
        <translation>此表显示另一个应用的行，可在那里更改。</translation>
    </message>
    <message>
        <source>The platform keeps the rows of this table. They cannot be changed here.</source>
        <translation>此表的行由平台维护，无法在此更改。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Task</name>
    <message>
        <source>Beginning…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TaskList</name>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What goes on</source>
        <translation>当前操作</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TaskPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>显示结果</translation>
    </message>
    <message>
        <source>Clear ended ones</source>
        <translation>清除已结束的任务</translation>
    </message>
    <message>
        <source>Tasks, the newest last</source>
        <translation>任务，最新的在最后</translation>
    </message>
    <message>
        <source>Log of the chosen task</source>
        <translation>所选任务的日志</translation>
    </message>
    <message>
        <source>What takes a while is listed here, with its progress and a way to cancel it. Nothing has begun yet.</source>
        <translation>耗时较长的操作会列在这里，显示其进度，并可取消。目前还没有。</translation>
    </message>
    <message>
        <source>Select a task to see its log.</source>
        <translation>请选择一个任务以查看其日志。</translation>
    </message>
    <message>
        <source>End the chosen task.</source>
        <translation>结束所选任务。</translation>
    </message>
    <message>
        <source>Go to what the chosen task has made.</source>
        <translation>转到所选任务创建的内容。</translation>
    </message>
    <message>
        <source>The chosen task has nothing to show.</source>
        <translation>所选任务没有可显示的内容。</translation>
    </message>
    <message>
        <source>Take what has ended off the list.</source>
        <translation>将已结束的任务从列表中移除。</translation>
    </message>
    <message>
        <source>No task has ended.</source>
        <translation>没有已结束的任务。</translation>
    </message>
    <message>
        <source>Select a task to cancel it.</source>
        <translation>请选择要取消的任务。</translation>
    </message>
    <message>
        <source>It is being cancelled.</source>
        <translation>正在取消该任务。</translation>
    </message>
    <message>
        <source>This task cannot be cancelled.</source>
        <translation>此任务无法取消。</translation>
    </message>
    <message>
        <source>This task has ended.</source>
        <translation>此任务已结束。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TreeModel</name>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n 个表</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Double-click to try again.</source>
        <translation>%1
双击以重试。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>%1 Retry?</source>
        <translation>%1 是否重试？</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TreePanel</name>
    <message>
        <source>Filter of the tree</source>
        <translation>树的筛选条件</translation>
    </message>
    <message>
        <source>Instances, organizations, sites, apps and datatables</source>
        <translation>实例、组织、站点、应用和数据表</translation>
    </message>
    <message>
        <source>Filter; Enter asks the server</source>
        <translation>筛选；按 Enter 键查询服务器</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在查询服务器…</translation>
    </message>
    <message>
        <source>No name here or on the server has this.</source>
        <translation>此处和服务器上都没有匹配的名称。</translation>
    </message>
    <message numerus="yes">
        <source>%n found.</source>
        <translation>
            <numerusform>找到 %n 项。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apps and datatables were looked for in the first %n sites only. Select a site to search in it.</source>
        <translation>
            <numerusform>仅在前 %n 个站点中查找了应用和数据表。请选择一个站点以在其中搜索。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::UserDialog</name>
    <message>
        <source>Member of the &amp;staff</source>
        <translation>工作人员(&amp;T)</translation>
    </message>
    <message>
        <source>Edit the user %1</source>
        <translation>编辑用户 %1</translation>
    </message>
    <message>
        <source>What is left as it is stays as it is.</source>
        <translation>未修改的内容保持不变。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>新建用户</translation>
    </message>
    <message>
        <source>A user signs in to this site and its apps, and to no other site.</source>
        <translation>用户可登录此站点及其应用，但不能登录其他站点。</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>创建(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>Letters, digits and @ . + - _</source>
        <translation>字母、数字以及 @ . + - _</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>电子邮件(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;First name</source>
        <translation>名(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation>姓(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Only to set a new one; it ends what the user was signed in to.</source>
        <translation>仅在设置新密码时填写；该用户的现有登录将随之失效。</translation>
    </message>
    <message>
        <source>Without one, nobody signs in with a password.</source>
        <translation>不设密码时，无人能用密码登录。</translation>
    </message>
    <message>
        <source>Password &amp;again</source>
        <translation>再次输入密码(&amp;A)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>The staff may use the site&apos;s administration.</source>
        <translation>工作人员可以使用站点的管理功能。</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::UsersPage</name>
    <message>
        <source>Superuser</source>
        <translation>超级用户</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Active, follows the platform</source>
        <translation>启用，与平台同步</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>上次登录</translation>
    </message>
    <message>
        <source>Asking for the users…</source>
        <translation>正在获取用户…</translation>
    </message>
    <message>
        <source>The users could not be loaded</source>
        <translation>无法加载用户</translation>
    </message>
    <message>
        <source>No users yet</source>
        <translation>尚无用户</translation>
    </message>
    <message>
        <source>A user signs in to this site and its apps, and to no other site.</source>
        <translation>用户可登录此站点及其应用，但不能登录其他站点。</translation>
    </message>
    <message>
        <source>An administrator of the site can grant it.</source>
        <translation>站点的管理员可以授予此权限。</translation>
    </message>
    <message>
        <source>&amp;New user…</source>
        <translation>新建用户(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Edit the user…</source>
        <translation>编辑用户(&amp;E)…</translation>
    </message>
    <message>
        <source>A&amp;ctivate the user</source>
        <translation>启用用户(&amp;T)</translation>
    </message>
    <message>
        <source>Dea&amp;ctivate the user</source>
        <translation>停用用户(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Delete the user…</source>
        <translation>删除用户(&amp;D)…</translation>
    </message>
    <message>
        <source>This user follows an account of the platform, and is changed there.</source>
        <translation>此用户与平台账户同步，请在平台上更改。</translation>
    </message>
    <message numerus="yes">
        <source>%n users</source>
        <translation>
            <numerusform>%n 个用户</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the user %1?</source>
        <translation>要删除用户 %1 吗？</translation>
    </message>
    <message>
        <source>Nobody signs in as this user any more. The user name and the e-mail address stay taken.</source>
        <translation>此后任何人都无法再以此用户登录。该用户名和电子邮件地址仍被占用。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::WelcomePage</name>
    <message>
        <source>Welcome to Tenantry</source>
        <translation>欢迎使用 Tenantry</translation>
    </message>
    <message>
        <source>Nothing open yet</source>
        <translation>尚未打开任何内容</translation>
    </message>
    <message>
        <source>Open a datatable from the tree: a double click, or Enter on the selected one.</source>
        <translation>从树中打开数据表：双击，或选中后按 Enter 键。</translation>
    </message>
    <message>
        <source>Starting the local instance in %1…</source>
        <translation>正在启动 %1 中的本地实例…</translation>
    </message>
    <message>
        <source>The local instance did not start</source>
        <translation>本地实例未能启动</translation>
    </message>
    <message>
        <source>Organizations, their sites and the data in them, in one window. Begin with an instance of your own in a folder on this computer, sign in to a server, or look around in a demo first.</source>
        <translation>在一个窗口中管理组织、站点及其数据。请在此计算机的文件夹中启动自己的实例，登录服务器，或先看看演示。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::WindowActions</name>
    <message>
        <source>&amp;Go to anything…</source>
        <translation>快速转到(&amp;G)…</translation>
    </message>
    <message>
        <source>Go to an o&amp;bject…</source>
        <translation>转到对象(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>原始大小(&amp;U)</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>全屏(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;About Tenantry</source>
        <translation>关于 Tenantry(&amp;A)</translation>
    </message>
    <message>
        <source>About Tenantry</source>
        <translation>关于 Tenantry</translation>
    </message>
    <message>
        <source>Tenantry %1

Backends for many tenants: free software under the GNU General Public License, version 3 or later.</source>
        <translation>Tenantry %1

面向众多租户的后端：基于 GNU 通用公共许可证第 3 版或更高版本的自由软件。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Workspace</name>
    <message>
        <source>The console&apos;s workspace cannot be opened: %1. Saved instances and unsaved changes are not remembered.</source>
        <translation>无法打开控制台的工作区：%1。已保存的实例和未保存的更改将不会被记住。</translation>
    </message>
    <message>
        <source>The console&apos;s workspace cannot be used: %1. Saved instances and unsaved changes are not remembered.</source>
        <translation>无法使用控制台的工作区：%1。已保存的实例和未保存的更改将不会被记住。</translation>
    </message>
    <message>
        <source>The console&apos;s workspace was made by a newer version of Tenantry. Saved instances and unsaved changes are not remembered until you update.</source>
        <translation>控制台的工作区由更新版本的 Tenantry 创建。在您更新之前，已保存的实例和未保存的更改将不会被记住。</translation>
    </message>
</context>
<context>
    <name>treeloader</name>
    <message>
        <source>No organizations yet: create one</source>
        <translation>尚无组织：请创建一个</translation>
    </message>
    <message>
        <source>No sites yet: create one</source>
        <translation>尚无站点：请创建一个</translation>
    </message>
    <message>
        <source>No apps yet: create one</source>
        <translation>尚无应用：请创建一个</translation>
    </message>
    <message>
        <source>No datatables yet: send a data package to create_schema</source>
        <translation>尚无数据表：请向 create_schema 发送数据包</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>The accounts that belong to this organization</source>
        <translation>属于此组织的账户</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>The people who sign in to this site</source>
        <translation>登录此站点的人员</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>The host names that lead to this site</source>
        <translation>指向此站点的主机名</translation>
    </message>
</context>
</TS>
