<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>CellFormat</name>
    <message>
        <source>%1 (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>references %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown in local time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>development</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>testing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocalCredentials</name>
    <message>
        <source>The file %1 in the folder cannot be read. Is the folder somebody else&apos;s?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Type a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Instance %1 of the file: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its kind must be &quot;server&quot; or &quot;folder&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it needs a name and an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a file of instances.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>Type the address of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address, such as https://api.example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address begins with https:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave name and password out of the address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>client</name>
    <message>
        <source>Nothing answers at %1. Is the server running?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no host %1. Check the address for typing errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trusted connection to %1: its certificate could not be verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection before it answered. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in. Connect to the server again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This instance is saved as read-only: nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change that in the list of saved instances, and connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer lacks &quot;%1&quot;. Is it of this version?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s sign-in answer holds no token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a production site and locked: nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it (Ctrl+Shift+L) and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The desktop console of Tenantry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the local instance in this folder and show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to this server and show it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::client</name>
    <message>
        <source>The server did not accept the sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not answer (status %1). Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server points elsewhere (status %1). Connect to the address it moved to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the request (status %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at this address is not a Tenantry server. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::console::EmbeddedServer</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConnectDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with your account on the platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in memory only, until you are signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password would travel unencrypted. Use https:// for this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConsoleActions</name>
    <message>
        <source>Start a &amp;local instance…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This console was built without a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A local instance is starting already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved &amp;instances…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an instance in the tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;organization…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a server or start one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;site…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an organization in the tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;app…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a site in the tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tab is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open datatable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a datatable in the tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the local instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CreateAppDialog</name>
    <message>
        <source>New app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An app holds datatables, functions and files of its own. It shares the site&apos;s users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address is made of the name and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CreateOrganizationDialog</name>
    <message>
        <source>New organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An organization owns sites and has members. You become its owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CreateSiteDialog</name>
    <message>
        <source>New site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A site is a tenant of its own: its data, users and settings are shared with no other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address is made of the name and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DatatableTab</name>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading rows…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add some through the API: POST to %1 of this app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows %1–%2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FormDialog</name>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Instances</name>
    <message>
        <source>The folder&apos;s administrator has another password than the console keeps there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start tenantry-server on the folder and connect to it with your own account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InstancesDialog</name>
    <message>
        <source>&amp;Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;uplicate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name, group, address or account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an instance in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No instance is saved yet. Make one with New, or import a file from another console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1” from the list? The instance itself and its data stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON files (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) exported, without passwords.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) imported.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MainWindow</name>
    <message>
        <source>Tenantry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Tenantry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in to %1 as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Tenantry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenantry %1

Backends for many tenants: free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ProfileDialog</name>
    <message>
        <source>Read-only: nothing can be changed there from this console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it without this test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server&apos;s address is tried before it is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mail of your account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is asked for when you connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or choose a folder, from the root on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password would travel unencrypted. Use https:// for this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers there, but it is no server of Tenantry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the local instance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ProfileStore</name>
    <message>
        <source>Colour: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StatePage</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TabArea</name>
    <message>
        <source>Open tabs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TreeModel</name>
    <message numerus="yes">
        <source>%n tables</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Double-click to try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Retry?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TreePanel</name>
    <message>
        <source>Filter what is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances, organizations, sites, apps and datatables</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::WelcomePage</name>
    <message>
        <source>Welcome to Tenantry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organizations, their sites and the data in them, in one window. Begin with an instance of your own in a folder on this computer, or sign in to a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing open yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a datatable from the tree: a double click, or Enter on the selected one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the local instance in %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local instance did not start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Workspace</name>
    <message>
        <source>The console&apos;s workspace cannot be opened: %1. Saved instances and unsaved changes are not remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console&apos;s workspace cannot be used: %1. Saved instances and unsaved changes are not remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console&apos;s workspace was made by a newer version of Tenantry. Saved instances and unsaved changes are not remembered until you update.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenantry::ui::treeloader</name>
    <message>
        <source>No organizations yet: create one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sites yet: create one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No apps yet: create one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No datatables yet: send a data package to create_schema</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
