<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>ChangeSet</name>
    <message numerus="yes">
        <source>Delete %n rows</source>
        <translation>
            <numerusform>Delete %n row</numerusform>
            <numerusform>Delete %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n changes</source>
        <translation>
            <numerusform>Discard %n change</numerusform>
            <numerusform>Discard %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take up %n changes again</source>
        <translation>
            <numerusform>Take up %n change again</numerusform>
            <numerusform>Take up %n changes again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ApiDescription</name>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters.</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CellInspector</name>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Connection</name>
    <message numerus="yes">
        <source>retrying in %n s</source>
        <translation>
            <numerusform>retrying in %n s</numerusform>
            <numerusform>retrying in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 Trying again in %n second(s).</source>
        <translation>
            <numerusform>%1 Trying again in %n second.</numerusform>
            <numerusform>%1 Trying again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DomainsPage</name>
    <message numerus="yes">
        <source>%n domains</source>
        <translation>
            <numerusform>%n domain</numerusform>
            <numerusform>%n domains</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InstancesDialog</name>
    <message numerus="yes">
        <source>%n instance(s) exported, without passwords.</source>
        <translation>
            <numerusform>%n instance exported, without its password.</numerusform>
            <numerusform>%n instances exported, without passwords.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) imported.</source>
        <translation>
            <numerusform>%n instance imported.</numerusform>
            <numerusform>%n instances imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n elements</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MembersPage</name>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PassphraseDialog</name>
    <message numerus="yes">
        <source>At least %n characters. Several words are good.</source>
        <translation>
            <numerusform>At least %n character. Several words are good.</numerusform>
            <numerusform>At least %n characters. Several words are good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Type at least %n characters.</source>
        <translation>
            <numerusform>Type at least %n character.</numerusform>
            <numerusform>Type at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PathMenu</name>
    <message numerus="yes">
        <source>%n more in the tree</source>
        <translation>
            <numerusform>%n more in the tree</numerusform>
            <numerusform>%n more in the tree</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PreviewDialog</name>
    <message numerus="yes">
        <source>+ Create %n rows</source>
        <translation>
            <numerusform>+ Create %n row</numerusform>
            <numerusform>+ Create %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>~ Change %n rows</source>
        <translation>
            <numerusform>~ Change %n row</numerusform>
            <numerusform>~ Change %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>- Delete %n rows</source>
        <translation>
            <numerusform>- Delete %n row</numerusform>
            <numerusform>- Delete %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A commit will send these %n requests in this order.</source>
        <translation>
            <numerusform>A commit will send this %n request.</numerusform>
            <numerusform>A commit will send these %n requests in this order.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n tasks running</source>
        <translation>
            <numerusform>%n task running</numerusform>
            <numerusform>%n tasks running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TableEditor</name>
    <message numerus="yes">
        <source>%n changes of an earlier session are back; nothing was sent.</source>
        <translation>
            <numerusform>%n change of an earlier session is back; nothing was sent.</numerusform>
            <numerusform>%n changes of an earlier session are back; nothing was sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells hold a text that is no value. They have a red frame.</source>
        <translation>
            <numerusform>%n cell holds a text that is no value. It has a red frame.</numerusform>
            <numerusform>%n cells hold a text that is no value. They have a red frame.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 Nothing is lost: %n changes are still pending.</source>
        <translation>
            <numerusform>%1 Nothing is lost: %n change is still pending.</numerusform>
            <numerusform>%1 Nothing is lost: %n changes are still pending.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n rows; each says why.</source>
        <translation>
            <numerusform>The server refused %n row; it says why.</numerusform>
            <numerusform>The server refused %n rows; each says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TreeModel</name>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TreePanel</name>
    <message numerus="yes">
        <source>%n found.</source>
        <translation>
            <numerusform>%n found.</numerusform>
            <numerusform>%n found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apps and datatables were looked for in the first %n sites only. Select a site to search in it.</source>
        <translation>
            <numerusform>Apps and datatables were looked for in the first %n site only. Select a site to search in it.</numerusform>
            <numerusform>Apps and datatables were looked for in the first %n sites only. Select a site to search in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::UsersPage</name>
    <message numerus="yes">
        <source>%n users</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
</context>
</TS>
