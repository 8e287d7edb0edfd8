<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>NameField</name>
    <message numerus="yes">
        <source>At most %n characters.</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InstancesDialog</name>
    <message numerus="yes">
        <source>%n instance(s) exported, without passwords.</source>
        <translation>
            <numerusform>%n instance exported, without passwords.</numerusform>
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
    <name>tenantry::ui::TreeModel</name>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
</TS>
