<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
<context>
    <name>ActionGroup</name>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>Tabs</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
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
        <translation>Primärschlüssel</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflichtfeld</translation>
    </message>
    <message>
        <source>references %1</source>
        <translation>verweist auf %1</translation>
    </message>
    <message>
        <source>shown in local time</source>
        <translation>in Ortszeit angezeigt</translation>
    </message>
</context>
<context>
    <name>CellInput</name>
    <message>
        <source>Type a whole number of at most 64 bits, such as 42.</source>
        <translation>Eine ganze Zahl mit höchstens 64 Bit eingeben, etwa 42.</translation>
    </message>
    <message>
        <source>Type a number with a point before its fraction, such as 39.90.</source>
        <translation>Eine Zahl mit einem Punkt vor den Nachkommastellen eingeben, etwa 39.90.</translation>
    </message>
    <message>
        <source>Type true or false.</source>
        <translation>true oder false eingeben.</translation>
    </message>
    <message>
        <source>Type a day and a time, such as 2026-01-31 09:30; local time unless a zone follows (Z, +02:00).</source>
        <translation>Tag und Uhrzeit eingeben, etwa 2026-01-31 09:30; Ortszeit, sofern keine Zeitzone folgt (Z, +02:00).</translation>
    </message>
    <message>
        <source>Type JSON, such as {&quot;size&quot;: 3} or [1, 2]; texts stand in quotes.</source>
        <translation>JSON eingeben, etwa {&quot;size&quot;: 3} oder [1, 2]; Texte stehen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Type a day, such as 2026-01-31.</source>
        <translation>Einen Tag eingeben, etwa 2026-01-31.</translation>
    </message>
    <message>
        <source>Type a time of day, such as 09:30:00.</source>
        <translation>Eine Uhrzeit eingeben, etwa 09:30:00.</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>JJJJ-MM-TT</translation>
    </message>
    <message>
        <source>YYYY-MM-DD HH:MM:SS</source>
        <translation>JJJJ-MM-TT HH:MM:SS</translation>
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
        <translation>Hinzugefügt, nicht gespeichert.</translation>
    </message>
    <message>
        <source>Changed, not saved.</source>
        <translation>Geändert, nicht gespeichert.</translation>
    </message>
    <message>
        <source>Marked for deletion, not saved.</source>
        <translation>Zum Löschen vorgemerkt, nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>ChangeSet</name>
    <message>
        <source>Add a row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Edit a cell</source>
        <translation>Zelle bearbeiten</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n rows</source>
        <translation>
            <numerusform>%n Zeile löschen</numerusform>
            <numerusform>%n Zeilen löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n changes</source>
        <translation>
            <numerusform>%n Änderung verwerfen</numerusform>
            <numerusform>%n Änderungen verwerfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take up %n changes again</source>
        <translation>
            <numerusform>%n Änderung wieder aufnehmen</numerusform>
            <numerusform>%n Änderungen wieder aufnehmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message>
        <source>No longer wanted.</source>
        <translation>Nicht mehr benötigt.</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>The demo was not loaded: it was cancelled.</source>
        <translation>Die Demo wurde nicht geladen: Der Vorgang wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Looking whether the demo is there</source>
        <translation>Prüfen, ob die Demo schon da ist</translation>
    </message>
    <message>
        <source>The demo is there already, as the organization Acme (demo).</source>
        <translation>Die Demo ist bereits da, als Organisation Acme (demo).</translation>
    </message>
    <message>
        <source>To have it as it was at first, delete its sites and the organization, and load it again.</source>
        <translation>Um sie im ursprünglichen Zustand zu erhalten, ihre Sites und die Organisation löschen und sie erneut laden.</translation>
    </message>
    <message>
        <source>An organization that is not the demo has the address %1.</source>
        <translation>Eine Organisation, die nicht die Demo ist, hat die Adresse %1.</translation>
    </message>
    <message>
        <source>Nothing was changed. Load the demo into another instance.</source>
        <translation>Nichts wurde geändert. Die Demo in eine andere Instanz laden.</translation>
    </message>
    <message>
        <source>What was made so far could not be removed. It is called unfinished; loading again removes it first.</source>
        <translation>Das bisher Erstellte konnte nicht entfernt werden. Sein Name enthält „unfinished“; erneutes Laden entfernt es zuerst.</translation>
    </message>
    <message>
        <source>Acme (demo, unfinished)</source>
        <translation>Acme (demo, unfinished)</translation>
    </message>
    <message>
        <source>Made up by Tenantry to be looked at. Delete it whenever you like.</source>
        <translation>Von Tenantry zum Ansehen erfunden. Kann jederzeit gelöscht werden.</translation>
    </message>
    <message>
        <source>Making the organization</source>
        <translation>Organisation wird erstellt</translation>
    </message>
    <message>
        <source>Acme (demo)</source>
        <translation>Acme (demo)</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Wird abgeschlossen</translation>
    </message>
    <message>
        <source>Making the site %1</source>
        <translation>Site %1 wird erstellt</translation>
    </message>
    <message>
        <source>A shop and its magazine, made up.</source>
        <translation>Ein erfundener Laden und sein Magazin.</translation>
    </message>
    <message>
        <source>Making the app %1</source>
        <translation>App %1 wird erstellt</translation>
    </message>
    <message>
        <source>Making the datatables of %1</source>
        <translation>Datentabellen von %1 werden erstellt</translation>
    </message>
    <message>
        <source>Filling %1</source>
        <translation>%1 wird gefüllt</translation>
    </message>
    <message>
        <source>Removing the site %1</source>
        <translation>Site %1 wird entfernt</translation>
    </message>
    <message>
        <source>Removing the organization</source>
        <translation>Organisation wird entfernt</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>Test</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>LocalCredentials</name>
    <message>
        <source>The file %1 in the folder cannot be read. Is the folder somebody else&apos;s?</source>
        <translation>Die Datei %1 im Ordner kann nicht gelesen werden. Gehört der Ordner jemand anderem?</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Instance %1 of the file: %2</source>
        <translation>Instanz %1 der Datei: %2</translation>
    </message>
    <message>
        <source>its kind must be &quot;server&quot; or &quot;folder&quot;.</source>
        <translation>die Art muss „server“ oder „folder“ sein.</translation>
    </message>
    <message>
        <source>it needs a name and an address.</source>
        <translation>Name und Adresse sind erforderlich.</translation>
    </message>
    <message>
        <source>This is not a file of instances.</source>
        <translation>Dies ist keine Datei mit Instanzen.</translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>Type the address of the server.</source>
        <translation>Die Adresse des Servers eingeben.</translation>
    </message>
    <message>
        <source>This is not an address, such as https://api.example.org.</source>
        <translation>Dies ist keine Adresse, wie etwa https://api.example.org.</translation>
    </message>
    <message>
        <source>The address begins with https:// or http://.</source>
        <translation>Die Adresse beginnt mit https:// oder http://.</translation>
    </message>
    <message>
        <source>Leave name and password out of the address.</source>
        <translation>Name und Passwort gehören nicht in die Adresse.</translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>die Datei ist zu groß</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>client</name>
    <message>
        <source>Nothing answers at %1. Is the server running?</source>
        <translation>Unter %1 antwortet niemand. Läuft der Server?</translation>
    </message>
    <message>
        <source>There is no host %1. Check the address for typing errors.</source>
        <translation>Den Rechner %1 gibt es nicht. Die Adresse auf Tippfehler prüfen.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Try again in a moment.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>No trusted connection to %1: its certificate could not be verified.</source>
        <translation>Keine vertrauenswürdige Verbindung zu %1: Das Zertifikat konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>%1 closed the connection before it answered. Try again.</source>
        <translation>%1 hat die Verbindung vor der Antwort geschlossen. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the network and try again.</source>
        <translation>%1 ist nicht erreichbar. Das Netzwerk prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Not signed in. Connect to the server again.</source>
        <translation>Nicht angemeldet. Erneut mit dem Server verbinden.</translation>
    </message>
    <message>
        <source>This instance is saved as read-only: nothing was sent.</source>
        <translation>Diese Instanz ist als schreibgeschützt gespeichert: Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Change that in the list of saved instances, and connect again.</source>
        <translation>Das in der Liste der gespeicherten Instanzen ändern und erneut verbinden.</translation>
    </message>
    <message>
        <source>The server&apos;s answer lacks &quot;%1&quot;. Is it of this version?</source>
        <translation>In der Antwort des Servers fehlt „%1“. Hat er dieselbe Version?</translation>
    </message>
    <message>
        <source>The server&apos;s sign-in answer holds no token.</source>
        <translation>Die Antwort des Servers auf die Anmeldung enthält kein Token.</translation>
    </message>
    <message>
        <source>%1 is a production site and locked: nothing was sent.</source>
        <translation>%1 ist eine Produktions-Site und gesperrt: Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Unlock it (Ctrl+Shift+L) and try again.</source>
        <translation>Entsperren (Strg+Umschalt+L) und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in.</source>
        <translation>Der Server hat die Anmeldung nicht angenommen.</translation>
    </message>
    <message>
        <source>The server does not know this address.</source>
        <translation>Der Server kennt diese Adresse nicht.</translation>
    </message>
    <message>
        <source>The server could not answer (status %1). Try again in a moment.</source>
        <translation>Der Server konnte nicht antworten (Status %1). Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server points elsewhere (status %1). Connect to the address it moved to.</source>
        <translation>Der Server verweist auf eine andere Adresse (Status %1). Mit der neuen Adresse verbinden.</translation>
    </message>
    <message>
        <source>The server refused the request (status %1).</source>
        <translation>Der Server hat die Anfrage abgelehnt (Status %1).</translation>
    </message>
    <message>
        <source>What answers at this address is not a Tenantry server. Check the address.</source>
        <translation>Unter dieser Adresse antwortet kein Tenantry-Server. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>This account has a second factor: type its code.</source>
        <translation>Dieses Konto hat einen zweiten Faktor: Geben Sie dessen Code ein.</translation>
    </message>
    <message>
        <source>The code is wrong, or was used already.</source>
        <translation>Der Code ist falsch oder wurde schon verwendet.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The desktop console of Tenantry.</source>
        <translation>Die Desktop-Konsole von Tenantry.</translation>
    </message>
    <message>
        <source>Start the local instance in this folder and show it.</source>
        <translation>Die lokale Instanz in diesem Ordner starten und anzeigen.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Sign in to this server and show it.</source>
        <translation>Bei diesem Server anmelden und ihn anzeigen.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>tenantry::console::EmbeddedServer</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AddDomainDialog</name>
    <message>
        <source>Add a domain</source>
        <translation>Domain hinzufügen</translation>
    </message>
    <message>
        <source>Requests to this host name reach the site as soon as the name leads to the server.</source>
        <translation>Anfragen an diesen Hostnamen erreichen die Site, sobald der Name auf den Server verweist.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Host name</source>
        <translation>Host&amp;name</translation>
    </message>
    <message>
        <source>Such as shop.example.com, without https:// and path.</source>
        <translation>Etwa shop.example.com, ohne https:// und Pfad.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Announcer</name>
    <message>
        <source>Disconnected.</source>
        <translation>Verbindung getrennt.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>The server answers again.</source>
        <translation>Der Server antwortet wieder.</translation>
    </message>
    <message>
        <source>%1 It is asked again by itself; what you have changed stays.</source>
        <translation>%1 Der Server wird von selbst erneut gefragt; was geändert wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server was asked often enough. It is asked again when you refresh.</source>
        <translation>Der Server wurde oft genug gefragt. Beim Aktualisieren wird er erneut gefragt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The local instance in %1 did not start. %2</source>
        <translation>Die lokale Instanz in %1 ist nicht gestartet. %2</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ApiDescription</name>
    <message>
        <source>Type something here.</source>
        <translation>Hier etwas eingeben.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>Mindestens %n Zeichen.</numerusform>
            <numerusform>Mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters.</source>
        <translation>
            <numerusform>Höchstens %n Zeichen.</numerusform>
            <numerusform>Höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is none of the possible values.</source>
        <translation>Das ist keiner der möglichen Werte.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BottomDocks</name>
    <message>
        <source>&amp;Tasks</source>
        <translation>A&amp;ufgaben</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>A&amp;nfragen</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Meldungen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CellInspector</name>
    <message>
        <source>Text of the cell</source>
        <translation>Text der Zelle</translation>
    </message>
    <message>
        <source>Bytes of the cell</source>
        <translation>Bytes der Zelle</translation>
    </message>
    <message>
        <source>Structure of the cell</source>
        <translation>Struktur der Zelle</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>St&amp;ructure</source>
        <translation>&amp;Struktur</translation>
    </message>
    <message>
        <source>&amp;Bytes</source>
        <translation>&amp;Bytes</translation>
    </message>
    <message>
        <source>Nothing has been typed in the cell inspector.</source>
        <translation>Im Zellinspektor wurde nichts eingegeben.</translation>
    </message>
    <message>
        <source>Only documents and lists have a structure.</source>
        <translation>Nur Dokumente und Listen haben eine Struktur.</translation>
    </message>
    <message>
        <source>No cell</source>
        <translation>Keine Zelle</translation>
    </message>
    <message>
        <source>Open a datatable and go to a cell to see its whole value here.</source>
        <translation>Eine Datentabelle öffnen und zu einer Zelle gehen, um hier ihren ganzen Wert zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the beginning is shown, because the value is long. It cannot be edited here.</source>
        <translation>Nur der Anfang wird angezeigt, weil der Wert lang ist. Er kann hier nicht bearbeitet werden.</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ColumnLayout</name>
    <message>
        <source>&amp;Show all columns</source>
        <translation>Alle &amp;Spalten anzeigen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConnectDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>Sign in with your account on the platform.</source>
        <translation>Mit dem eigenen Konto auf der Plattform anmelden.</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Your password would travel unencrypted. Use https:// for this server.</source>
        <translation>Das Passwort würde unverschlüsselt übertragen. Für diesen Server https:// verwenden.</translation>
    </message>
    <message>
        <source>Type your e-mail address.</source>
        <translation>Die E-Mail-Adresse eingeben.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Das Passwort eingeben.</translation>
    </message>
    <message>
        <source>&amp;Remember the password on this computer</source>
        <translation>Passwort auf diesem &amp;Rechner speichern</translation>
    </message>
    <message>
        <source>Kept in memory only, until you are signed in, unless you want it remembered.</source>
        <translation>Wird bis zur Anmeldung nur im Arbeitsspeicher gehalten, sofern es nicht gespeichert werden soll.</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>C&amp;ode</translation>
    </message>
    <message>
        <source>From your authenticator app, or one of your recovery codes.</source>
        <translation>Aus Ihrer Authenticator-App, oder einer Ihrer Wiederherstellungscodes.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Connection</name>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>trying again…</source>
        <translation>neuer Versuch…</translation>
    </message>
    <message numerus="yes">
        <source>retrying in %n s</source>
        <translation>
            <numerusform>neuer Versuch in %n s</numerusform>
            <numerusform>neuer Versuch in %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Trying again…</source>
        <translation>%1 Es wird erneut versucht…</translation>
    </message>
    <message numerus="yes">
        <source>%1 Trying again in %n second(s).</source>
        <translation>
            <numerusform>%1 Neuer Versuch in %n Sekunde.</numerusform>
            <numerusform>%1 Neuer Versuch in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>%1 The console no longer tries by itself.</source>
        <translation>%1 Die Konsole versucht es nicht mehr von selbst.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConsoleActions</name>
    <message>
        <source>Start a &amp;local instance…</source>
        <translation>&amp;Lokale Instanz starten…</translation>
    </message>
    <message>
        <source>This console was built without a server.</source>
        <translation>Diese Konsole wurde ohne Server gebaut.</translation>
    </message>
    <message>
        <source>A local instance is starting already.</source>
        <translation>Eine lokale Instanz startet bereits.</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>Mit Server &amp;verbinden…</translation>
    </message>
    <message>
        <source>Saved &amp;instances…</source>
        <translation>Gespeicherte &amp;Instanzen…</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>Verbindung &amp;trennen</translation>
    </message>
    <message>
        <source>Select an instance in the tree.</source>
        <translation>Eine Instanz im Baum auswählen.</translation>
    </message>
    <message>
        <source>New &amp;organization…</source>
        <translation>Neue &amp;Organisation…</translation>
    </message>
    <message>
        <source>Connect to a server or start one first.</source>
        <translation>Zuerst mit einem Server verbinden oder einen starten.</translation>
    </message>
    <message>
        <source>New &amp;site…</source>
        <translation>Neue &amp;Site…</translation>
    </message>
    <message>
        <source>Select an organization in the tree.</source>
        <translation>Eine Organisation im Baum auswählen.</translation>
    </message>
    <message>
        <source>New &amp;app…</source>
        <translation>Neue &amp;App…</translation>
    </message>
    <message>
        <source>Select a site in the tree.</source>
        <translation>Eine Site im Baum auswählen.</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Nothing is connected.</source>
        <translation>Nichts ist verbunden.</translation>
    </message>
    <message>
        <source>Go to the &amp;tree</source>
        <translation>&amp;Zum Baum</translation>
    </message>
    <message>
        <source>&amp;Filter the tree</source>
        <translation>Baum &amp;filtern</translation>
    </message>
    <message>
        <source>Folder of the local instance</source>
        <translation>Ordner der lokalen Instanz</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Hier starten</translation>
    </message>
    <message>
        <source>Load the &amp;demo on this computer</source>
        <translation>&amp;Demo auf diesem Rechner laden</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CreateAppDialog</name>
    <message>
        <source>New app</source>
        <translation>Neue App</translation>
    </message>
    <message>
        <source>An app holds datatables, functions and files of its own. It shares the site&apos;s users.</source>
        <translation>Eine App hat eigene Datentabellen, Funktionen und Dateien. Die Benutzer teilt sie mit der Site.</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Erstellen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>Its slug is made of the name and stays as it is.</source>
        <translation>Der Slug wird aus dem Namen gebildet und bleibt, wie er ist.</translation>
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
        <translation>Neue Organisation</translation>
    </message>
    <message>
        <source>An organization owns sites and has members. You become its owner.</source>
        <translation>Eine Organisation besitzt Sites und hat Mitglieder. Wer sie erstellt, wird Eigentümer.</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Erstellen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Its slug is made of the name and stays as it is.</source>
        <translation>Der Slug wird aus dem Namen gebildet und bleibt, wie er ist.</translation>
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
        <translation>Neue Site</translation>
    </message>
    <message>
        <source>A site is a tenant of its own: its data, users and settings are shared with no other.</source>
        <translation>Eine Site ist ein eigener Mandant: Daten, Benutzer und Einstellungen teilt sie mit keiner anderen.</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Erstellen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>These are made of it and stay as they are:</source>
        <translation>Diese Angaben werden daraus gebildet und bleiben, wie sie sind:</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Vollständiger Name</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>Slug</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DatatableActions</name>
    <message>
        <source>Open a datatable first.</source>
        <translation>Zuerst eine Datentabelle öffnen.</translation>
    </message>
    <message>
        <source>Select a row.</source>
        <translation>Eine Zeile auswählen.</translation>
    </message>
    <message>
        <source>&amp;New row</source>
        <translation>&amp;Neue Zeile</translation>
    </message>
    <message>
        <source>&amp;Delete rows</source>
        <translation>Zeilen &amp;löschen</translation>
    </message>
    <message>
        <source>Take back the &amp;changes of these rows</source>
        <translation>Änderungen dieser &amp;Zeilen zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Edit cell</source>
        <translation>Zelle &amp;bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Set NULL</source>
        <translation>Auf N&amp;ULL setzen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>V&amp;orschau</translation>
    </message>
    <message>
        <source>&amp;Commit</source>
        <translation>Überne&amp;hmen</translation>
    </message>
    <message>
        <source>&amp;Commit (%1)</source>
        <translation>Überne&amp;hmen (%1)</translation>
    </message>
    <message>
        <source>&amp;Filter rows…</source>
        <translation>Zeilen &amp;filtern…</translation>
    </message>
    <message>
        <source>Filter by &amp;this cell</source>
        <translation>Nach &amp;dieser Zelle filtern</translation>
    </message>
    <message>
        <source>Select a cell with a value.</source>
        <translation>Eine Zelle mit einem Wert auswählen.</translation>
    </message>
    <message>
        <source>Rows cannot be filtered by a whole document.</source>
        <translation>Zeilen lassen sich nicht nach einem ganzen Dokument filtern.</translation>
    </message>
    <message>
        <source>&amp;Remove all filters</source>
        <translation>&amp;Alle Filter entfernen</translation>
    </message>
    <message>
        <source>No filter is set.</source>
        <translation>Kein Filter ist gesetzt.</translation>
    </message>
    <message>
        <source>C&amp;hoose columns…</source>
        <translation>&amp;Spalten auswählen…</translation>
    </message>
    <message>
        <source>Select the cells to copy.</source>
        <translation>Die zu kopierenden Zellen auswählen.</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>Als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als JSON &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>Als curl ko&amp;pieren</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DatatableTab</name>
    <message>
        <source>&amp;Retry</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>Zeilen von %1</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Loading rows…</source>
        <translation>Zeilen werden geladen…</translation>
    </message>
    <message>
        <source>The rows could not be loaded</source>
        <translation>Die Zeilen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>Noch keine Zeilen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>Keine Zeilen</translation>
    </message>
    <message>
        <source>Rows %1–%2 of %3</source>
        <translation>Zeilen %1–%2 von %3</translation>
    </message>
    <message>
        <source>Add one with Ctrl+N, or through the API: POST to %1 of this app.</source>
        <translation>Mit Strg+N eine hinzufügen oder über die API: POST an %1 dieser App.</translation>
    </message>
    <message>
        <source>Committing…</source>
        <translation>Wird übernommen…</translation>
    </message>
    <message>
        <source>No rows match</source>
        <translation>Keine passenden Zeilen</translation>
    </message>
    <message>
        <source>No row meets all the filters above.</source>
        <translation>Keine Zeile erfüllt alle Filter oben.</translation>
    </message>
    <message>
        <source>&amp;Remove the filters</source>
        <translation>Filter &amp;entfernen</translation>
    </message>
    <message>
        <source>New rows</source>
        <translation>Neue Zeilen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DeleteDialog</name>
    <message>
        <source>&amp;Delete for good</source>
        <translation>Endgültig &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Type &quot;%1&quot; to delete it.</source>
        <translation>Zum Löschen „%1“ eingeben.</translation>
    </message>
    <message>
        <source>This is not its name. Type &quot;%1&quot; to delete it.</source>
        <translation>Das ist nicht der Name. Zum Löschen „%1“ eingeben.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DemoAction</name>
    <message>
        <source>Load the demo &amp;into this instance…</source>
        <translation>De&amp;mo in diese Instanz laden…</translation>
    </message>
    <message>
        <source>The demo is being loaded.</source>
        <translation>Die Demo wird geladen.</translation>
    </message>
    <message>
        <source>Connect to a server or start one first.</source>
        <translation>Zuerst mit einem Server verbinden oder einen starten.</translation>
    </message>
    <message>
        <source>Select an instance in the tree.</source>
        <translation>Eine Instanz im Baum auswählen.</translation>
    </message>
    <message>
        <source>This instance is saved as one to be read only.</source>
        <translation>Diese Instanz ist als schreibgeschützt gespeichert.</translation>
    </message>
    <message>
        <source>Load the demo</source>
        <translation>Demo laden</translation>
    </message>
    <message>
        <source>Load the demo into “%1”?</source>
        <translation>Demo in „%1“ laden?</translation>
    </message>
    <message>
        <source>Makes the organization Acme (demo), with a production and a staging site. Each holds a shop and a magazine with some thousand rows, to look around in and to try things on. You can go on working meanwhile.</source>
        <translation>Erstellt die Organisation Acme (demo) mit einer Produktions- und einer Staging-Site. Jede enthält einen Laden und ein Magazin mit einigen tausend Zeilen zum Umsehen und Ausprobieren. Währenddessen kann weitergearbeitet werden.</translation>
    </message>
    <message>
        <source>&amp;Load the demo</source>
        <translation>Demo &amp;laden</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DemoInstance</name>
    <message>
        <source>This console was built without a server.</source>
        <translation>Diese Konsole wurde ohne Server gebaut.</translation>
    </message>
    <message>
        <source>The demo is open already.</source>
        <translation>Die Demo ist bereits geöffnet.</translation>
    </message>
    <message>
        <source>A local instance is starting already.</source>
        <translation>Eine lokale Instanz startet bereits.</translation>
    </message>
    <message>
        <source>The demo is being loaded.</source>
        <translation>Die Demo wird geladen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DemoTasks</name>
    <message>
        <source>Load the demo</source>
        <translation>Demo laden</translation>
    </message>
    <message>
        <source>The demo is there, as the organization Acme (demo).</source>
        <translation>Die Demo ist da, als Organisation Acme (demo).</translation>
    </message>
    <message>
        <source>The instance was disconnected.</source>
        <translation>Die Verbindung zur Instanz wurde getrennt.</translation>
    </message>
    <message>
        <source>What was made so far is called unfinished; loading again removes it first.</source>
        <translation>Der Name des bisher Erstellten enthält „unfinished“; erneutes Laden entfernt es zuerst.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DomainsPage</name>
    <message>
        <source>Primary</source>
        <translation>Primär</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Hostname</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Asking for the domains…</source>
        <translation>Domains werden abgefragt…</translation>
    </message>
    <message>
        <source>The domains could not be loaded</source>
        <translation>Die Domains konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>No domains yet</source>
        <translation>Noch keine Domains</translation>
    </message>
    <message>
        <source>A domain is a host name that leads to this site.</source>
        <translation>Eine Domain ist ein Hostname, der zu dieser Site führt.</translation>
    </message>
    <message>
        <source>An owner of the organization can grant it.</source>
        <translation>Ein Eigentümer der Organisation kann sie erteilen.</translation>
    </message>
    <message>
        <source>&amp;Add a domain…</source>
        <translation>Domain hinzu&amp;fügen…</translation>
    </message>
    <message>
        <source>Make the domain &amp;primary</source>
        <translation>Zur &amp;primären Domain machen</translation>
    </message>
    <message>
        <source>&amp;Remove the domain…</source>
        <translation>Domain e&amp;ntfernen…</translation>
    </message>
    <message>
        <source>This is the primary domain already.</source>
        <translation>Dies ist bereits die primäre Domain.</translation>
    </message>
    <message>
        <source>Make another domain primary before removing this one.</source>
        <translation>Zuerst eine andere Domain zur primären machen, dann diese entfernen.</translation>
    </message>
    <message>
        <source>A site keeps at least one domain. Add another one first.</source>
        <translation>Eine Site behält mindestens eine Domain. Zuerst eine weitere hinzufügen.</translation>
    </message>
    <message numerus="yes">
        <source>%n domains</source>
        <translation>
            <numerusform>%n Domain</numerusform>
            <numerusform>%n Domains</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Requests to this host name no longer reach the site. The name becomes free for other sites.</source>
        <translation>Anfragen an diesen Hostnamen erreichen die Site nicht mehr. Der Name wird für andere Sites frei.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EditDialog</name>
    <message>
        <source>Its address stays as it is, whatever it is called.</source>
        <translation>Die Adresse bleibt gleich, auch wenn sich der Name ändert.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <source>A production site opens locked here, so that nothing is changed by mistake.</source>
        <translation>Eine Produktions-Site öffnet hier gesperrt, damit nichts versehentlich geändert wird.</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Einen Namen eingeben.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EditModel</name>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Stored: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Select a cell.</source>
        <translation>Eine Zelle auswählen.</translation>
    </message>
    <message>
        <source>The row is still being fetched.</source>
        <translation>Die Zeile wird noch abgerufen.</translation>
    </message>
    <message>
        <source>The row is marked for deletion. Undo that first.</source>
        <translation>Die Zeile ist zum Löschen vorgemerkt. Das zuerst rückgängig machen.</translation>
    </message>
    <message>
        <source>A primary key stays as it is. Add a row with the new key and delete this one.</source>
        <translation>Ein Primärschlüssel bleibt, wie er ist. Eine Zeile mit dem neuen Schlüssel hinzufügen und diese löschen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EnvironmentBand</name>
    <message>
        <source>E&amp;xtend to 15 minutes</source>
        <translation>Auf 15 Minuten verlän&amp;gern</translation>
    </message>
    <message>
        <source>Un&amp;lock for 15 minutes</source>
        <translation>Für 15 Minuten &amp;entsperren</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Jetzt sperren</translation>
    </message>
    <message>
        <source>%1 · locked</source>
        <translation>%1 · gesperrt</translation>
    </message>
    <message>
        <source>%1 · unlocked for %2</source>
        <translation>%1 · entsperrt für %2</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FilterBar</name>
    <message>
        <source>%1 is NULL</source>
        <translation>%1 ist NULL</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 ist leer</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FilterDialog</name>
    <message>
        <source>&amp;No value (NULL)</source>
        <translation>Kei&amp;n Wert (NULL)</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>&amp;Column</source>
        <translation>&amp;Spalte</translation>
    </message>
    <message>
        <source>&amp;Equals</source>
        <translation>Ist &amp;gleich</translation>
    </message>
    <message>
        <source>Type a value, or tick that there is none.</source>
        <translation>Einen Wert eingeben oder „Kein Wert“ ankreuzen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FormDialog</name>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InspectorDock</name>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>&amp;Inspect cell</source>
        <translation>Zelle &amp;inspizieren</translation>
    </message>
    <message>
        <source>Open a datatable first.</source>
        <translation>Zuerst eine Datentabelle öffnen.</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>An&amp;wenden</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InstancePage</name>
    <message>
        <source>&amp;Try again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Read-only: nothing can be changed there from this console.</source>
        <translation>Schreibgeschützt: Von dieser Konsole aus lässt sich dort nichts ändern.</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>&amp;Stop this instance</source>
        <translation>Diese Instanz &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>Verbindung &amp;trennen</translation>
    </message>
    <message>
        <source>Its data stays in the folder. Changes nobody has sent yet stay in the console.</source>
        <translation>Die Daten bleiben im Ordner. Noch nicht gesendete Änderungen bleiben in der Konsole.</translation>
    </message>
    <message>
        <source>Changes nobody has sent yet stay in the console.</source>
        <translation>Noch nicht gesendete Änderungen bleiben in der Konsole.</translation>
    </message>
    <message>
        <source>&amp;Log of the server</source>
        <translation>Server&amp;protokoll</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>No mail leaves this computer: each becomes a file in the outbox, for you to read.</source>
        <translation>Von diesem Computer geht keine Mail ab: Jede wird eine Datei im Postausgang, die Sie lesen können.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Instances</name>
    <message>
        <source>The folder&apos;s administrator has another password than the console keeps there.</source>
        <translation>Der Administrator des Ordners hat ein anderes Passwort als das dort von der Konsole hinterlegte.</translation>
    </message>
    <message>
        <source>Start tenantry-server on the folder and connect to it with your own account.</source>
        <translation>tenantry-server mit dem Ordner starten und mit dem eigenen Konto verbinden.</translation>
    </message>
    <message>
        <source>Local: %1</source>
        <translation>Lokal: %1</translation>
    </message>
    <message>
        <source>The start was cancelled.</source>
        <translation>Der Start wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InstancesDialog</name>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>D&amp;uplicate…</source>
        <translation>D&amp;uplizieren…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>En&amp;tfernen…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Filter by name, group, address or account</source>
        <translation>Nach Name, Gruppe, Adresse oder Konto filtern</translation>
    </message>
    <message>
        <source>Saved instances</source>
        <translation>Gespeicherte Instanzen</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu…</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Select an instance in the list.</source>
        <translation>Eine Instanz in der Liste auswählen.</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>Es gibt noch nichts zu exportieren.</translation>
    </message>
    <message>
        <source>No instance is saved yet. Make one with New, or import a file from another console.</source>
        <translation>Noch ist keine Instanz gespeichert. Mit „Neu“ eine anlegen oder eine Datei aus einer anderen Konsole importieren.</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nichts entspricht dem Filter.</translation>
    </message>
    <message>
        <source>Remove instance</source>
        <translation>Instanz entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” from the list? The instance itself and its data stay as they are.</source>
        <translation>„%1“ aus der Liste entfernen? Die Instanz selbst und ihre Daten bleiben unverändert.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Export instances</source>
        <translation>Instanzen exportieren</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>Import instances</source>
        <translation>Instanzen importieren</translation>
    </message>
    <message>
        <source>JSON files (*.json);;All files (*)</source>
        <translation>JSON-Dateien (*.json);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) exported, without passwords.</source>
        <translation>
            <numerusform>%n Instanz exportiert, ohne Passwort.</numerusform>
            <numerusform>%n Instanzen exportiert, ohne Passwörter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) imported.</source>
        <translation>
            <numerusform>%n Instanz importiert.</numerusform>
            <numerusform>%n Instanzen importiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n elements</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::KeepDialog</name>
    <message>
        <source>Where shall passwords be kept?</source>
        <translation>Wo sollen Passwörter aufbewahrt werden?</translation>
    </message>
    <message>
        <source>%1 Choose another way; it can be changed in the preferences.</source>
        <translation>%1 Eine andere Möglichkeit wählen; sie lässt sich in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>In an &amp;encrypted file, opened with a passphrase of yours once a start</source>
        <translation>In einer &amp;verschlüsselten Datei, die nach jedem Start einmal mit einer eigenen Passphrase geöffnet wird</translation>
    </message>
    <message>
        <source>&amp;Nowhere: each password is typed when it is needed</source>
        <translation>&amp;Nirgends: Jedes Passwort wird eingegeben, wenn es gebraucht wird</translation>
    </message>
    <message>
        <source>In the &amp;keychain: I have started it, try again</source>
        <translation>Im &amp;Schlüsselbund: Er ist jetzt gestartet, erneut versuchen</translation>
    </message>
    <message>
        <source>Where passwords are kept</source>
        <translation>Wo Passwörter aufbewahrt werden</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Eine der Möglichkeiten wählen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::KeychainStore</name>
    <message>
        <source>No keychain answers on this computer.</source>
        <translation>Auf diesem Rechner antwortet kein Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain was not opened.</source>
        <translation>Der Schlüsselbund wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>The keychain failed: %1</source>
        <translation>Fehler beim Schlüsselbund: %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LogPanel</name>
    <message>
        <source>Log of the server</source>
        <translation>Serverprotokoll</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>Noch nichts protokolliert.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MainToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Start an instance or connect to one.</source>
        <translation>Eine Instanz starten oder mit einer verbinden.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Create an organization, a site or an app.</source>
        <translation>Eine Organisation, Site oder App erstellen.</translation>
    </message>
    <message>
        <source>Tool&amp;bar</source>
        <translation>Werkzeugle&amp;iste</translation>
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
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>&amp;Instance</source>
        <translation>&amp;Instanz</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Erstellen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Wird abgeschlossen…</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>%1 — Tenantry</source>
        <translation>%1 — Tenantry</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MemberDialog</name>
    <message>
        <source>Edit the member %1</source>
        <translation>Mitglied %1 bearbeiten</translation>
    </message>
    <message>
        <source>What stands here counts in this organization.</source>
        <translation>Was hier steht, gilt in dieser Organisation.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>Mitglied hinzufügen</translation>
    </message>
    <message>
        <source>Somebody who has an account on this server joins the organization.</source>
        <translation>Jemand mit einem Konto auf diesem Server tritt der Organisation bei.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>Of an account that is there already.</source>
        <translation>Von einem Konto, das es bereits gibt.</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>Owners administer the organization, its members and all its sites.</source>
        <translation>Eigentümer verwalten die Organisation, ihre Mitglieder und alle ihre Sites.</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Position</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>&amp;Abteilung</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>&amp;Active</source>
        <translation>A&amp;ktiv</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Who is not active has no rights here, and keeps the place.</source>
        <translation>Wer nicht aktiv ist, hat hier keine Rechte, behält aber den Platz.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MembersPage</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Asking for the members…</source>
        <translation>Mitglieder werden abgefragt…</translation>
    </message>
    <message>
        <source>The members could not be loaded</source>
        <translation>Die Mitglieder konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>Noch keine Mitglieder</translation>
    </message>
    <message>
        <source>A member is an account of this server that works for the organization.</source>
        <translation>Ein Mitglied ist ein Konto dieses Servers, das für die Organisation arbeitet.</translation>
    </message>
    <message>
        <source>An owner of the organization can grant it.</source>
        <translation>Ein Eigentümer der Organisation kann sie erteilen.</translation>
    </message>
    <message>
        <source>&amp;Add a member…</source>
        <translation>Mitglied hinzu&amp;fügen…</translation>
    </message>
    <message>
        <source>&amp;Edit the member…</source>
        <translation>Mitglied bearbei&amp;ten…</translation>
    </message>
    <message>
        <source>&amp;Remove the member…</source>
        <translation>Mitglied e&amp;ntfernen…</translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n Mitglied</numerusform>
            <numerusform>%n Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1 from the organization?</source>
        <translation>%1 aus der Organisation entfernen?</translation>
    </message>
    <message>
        <source>The account stays, but loses every permission on the organization and its sites.</source>
        <translation>Das Konto bleibt, verliert aber alle Berechtigungen für die Organisation und ihre Sites.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MessageLog</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MessagePanel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Messages, the newest last</source>
        <translation>Meldungen, die neueste zuletzt</translation>
    </message>
    <message>
        <source>What the console has to say is kept here. It has said nothing yet.</source>
        <translation>Hier steht, was die Konsole zu melden hat. Bisher hat sie nichts gemeldet.</translation>
    </message>
    <message>
        <source>Select a message to read all of it.</source>
        <translation>Eine Meldung auswählen, um sie ganz zu lesen.</translation>
    </message>
    <message>
        <source>Copy the text of the message.</source>
        <translation>Den Text der Meldung kopieren.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Navigation</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>There is nothing to go back to.</source>
        <translation>Es gibt nichts, wohin es zurückginge.</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>There is nothing to go forward to.</source>
        <translation>Es gibt nichts, wohin es vorwärts ginge.</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Nach oben</translation>
    </message>
    <message>
        <source>There is nothing above.</source>
        <translation>Darüber ist nichts.</translation>
    </message>
    <message>
        <source>&amp;Path</source>
        <translation>&amp;Pfad</translation>
    </message>
    <message>
        <source>Nothing is connected.</source>
        <translation>Nichts ist verbunden.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::NodeActions</name>
    <message>
        <source>Edit the organization %1</source>
        <translation>Organisation %1 bearbeiten</translation>
    </message>
    <message>
        <source>Edit the site %1</source>
        <translation>Site %1 bearbeiten</translation>
    </message>
    <message>
        <source>Edit the app %1</source>
        <translation>App %1 bearbeiten</translation>
    </message>
    <message>
        <source>Delete the organization %1?</source>
        <translation>Organisation %1 löschen?</translation>
    </message>
    <message>
        <source>Delete the site %1?</source>
        <translation>Site %1 löschen?</translation>
    </message>
    <message>
        <source>Delete the app %1?</source>
        <translation>App %1 löschen?</translation>
    </message>
    <message>
        <source>Delete the datatable %1?</source>
        <translation>Datentabelle %1 löschen?</translation>
    </message>
    <message>
        <source>Its members lose it. An organization that has sites is not deleted.</source>
        <translation>Ihre Mitglieder verlieren sie. Eine Organisation mit Sites wird nicht gelöscht.</translation>
    </message>
    <message>
        <source>All its apps, datatables, rows and users go with it. Nothing brings them back.</source>
        <translation>Alle Apps, Datentabellen, Zeilen und Benutzer werden mit gelöscht. Nichts bringt sie zurück.</translation>
    </message>
    <message>
        <source>All its datatables and rows go with it. Nothing brings them back.</source>
        <translation>Alle Datentabellen und Zeilen werden mit gelöscht. Nichts bringt sie zurück.</translation>
    </message>
    <message>
        <source>All its rows go with it. Nothing brings them back.</source>
        <translation>Alle Zeilen werden mit gelöscht. Nichts bringt sie zurück.</translation>
    </message>
    <message>
        <source>This is a production site, and it is locked. Unlock it first (Ctrl+Shift+L).</source>
        <translation>Dies ist eine Produktions-Site und gesperrt. Zuerst entsperren (Strg+Umschalt+L).</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>D&amp;elete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>A datatable keeps its name.</source>
        <translation>Eine Datentabelle behält ihren Namen.</translation>
    </message>
    <message>
        <source>Select an organization, a site or an app in the tree.</source>
        <translation>Eine Organisation, Site oder App im Baum auswählen.</translation>
    </message>
    <message>
        <source>Select an organization, a site, an app or a datatable in the tree.</source>
        <translation>Eine Organisation, Site, App oder Datentabelle im Baum auswählen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PaletteDialog</name>
    <message>
        <source>Go to anything</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Type a part of what you want to open or do</source>
        <translation>Einen Teil dessen eingeben, was geöffnet oder getan werden soll</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Gefundenes</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PassphraseDialog</name>
    <message>
        <source>I have &amp;forgotten it</source>
        <translation>Passphrase &amp;vergessen</translation>
    </message>
    <message>
        <source>Open the stored passwords</source>
        <translation>Gespeicherte Passwörter öffnen</translation>
    </message>
    <message>
        <source>They are in an encrypted file. Its passphrase is asked for once, until the console ends.</source>
        <translation>Sie liegen in einer verschlüsselten Datei. Nach deren Passphrase wird einmal gefragt, bis die Konsole beendet wird.</translation>
    </message>
    <message>
        <source>A passphrase for your passwords</source>
        <translation>Eine Passphrase für die Passwörter</translation>
    </message>
    <message>
        <source>They are kept in an encrypted file. Nobody can open it without the passphrase, you neither: there is no other way in.</source>
        <translation>Sie werden in einer verschlüsselten Datei aufbewahrt. Ohne die Passphrase kann niemand sie öffnen, auch nicht, wer sie festgelegt hat: Einen anderen Zugang gibt es nicht.</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters. Several words are good.</source>
        <translation>
            <numerusform>Mindestens %n Zeichen. Mehrere Wörter sind gut.</numerusform>
            <numerusform>Mindestens %n Zeichen. Mehrere Wörter sind gut.</numerusform>
        </translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>Passphrase &amp;wiederholen</translation>
    </message>
    <message>
        <source>Then the stored passwords are removed, and you begin anew with another passphrase.</source>
        <translation>Dann werden die gespeicherten Passwörter entfernt, und mit einer anderen Passphrase wird neu begonnen.</translation>
    </message>
    <message>
        <source>&amp;Encrypt and keep</source>
        <translation>Ver&amp;schlüsseln und aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Die Passphrase eingeben.</translation>
    </message>
    <message numerus="yes">
        <source>Type at least %n characters.</source>
        <translation>
            <numerusform>Mindestens %n Zeichen eingeben.</numerusform>
            <numerusform>Mindestens %n Zeichen eingeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two differ. Type the same passphrase again.</source>
        <translation>Die beiden unterscheiden sich. Dieselbe Passphrase noch einmal eingeben.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PathBar</name>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>What is in %1</source>
        <translation>Was in %1 ist</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PathMenu</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the tree</source>
        <translation>
            <numerusform>%n weiteres im Baum</numerusform>
            <numerusform>%n weitere im Baum</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PreferencesActions</name>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Appearance as the &amp;system</source>
        <translation>Erscheinungsbild wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light appearance</source>
        <translation>&amp;Helles Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Dark appearance</source>
        <translation>&amp;Dunkles Erscheinungsbild</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PreferencesDialog</name>
    <message>
        <source>O&amp;pen the tabs of last time at the start</source>
        <translation>Beim Start die Tabs vom &amp;letzten Mal öffnen</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>&amp;Erscheinungsbild:</translation>
    </message>
    <message>
        <source>&amp;Text size:</source>
        <translation>&amp;Textgröße:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Another language is used from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>In the keychain, or ask when there is none</source>
        <translation>Im Schlüsselbund; fragen, wenn es keinen gibt</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>Im Schlüsselbund</translation>
    </message>
    <message>
        <source>In an encrypted file, opened with a passphrase</source>
        <translation>In einer verschlüsselten Datei, mit einer Passphrase geöffnet</translation>
    </message>
    <message>
        <source>Nowhere: ask each time</source>
        <translation>Nirgends: jedes Mal fragen</translation>
    </message>
    <message>
        <source>They are shown, and nothing is asked of a server until you load them.</source>
        <translation>Sie werden angezeigt, und kein Server wird gefragt, bevor sie geladen werden.</translation>
    </message>
    <message>
        <source>&amp;Keep passwords:</source>
        <translation>&amp;Passwörter aufbewahren:</translation>
    </message>
    <message>
        <source>Passwords that are kept already stay where they are.</source>
        <translation>Bereits aufbewahrte Passwörter bleiben, wo sie sind.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PreviewDialog</name>
    <message numerus="yes">
        <source>+ Create %n rows</source>
        <translation>
            <numerusform>+ %n Zeile erstellen</numerusform>
            <numerusform>+ %n Zeilen erstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>~ Change %n rows</source>
        <translation>
            <numerusform>~ %n Zeile ändern</numerusform>
            <numerusform>~ %n Zeilen ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>- Delete %n rows</source>
        <translation>
            <numerusform>- %n Zeile löschen</numerusform>
            <numerusform>- %n Zeilen löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview of the commit</source>
        <translation>Vorschau der Übernahme</translation>
    </message>
    <message numerus="yes">
        <source>A commit will send these %n requests in this order.</source>
        <translation>
            <numerusform>Beim Übernehmen wird diese %n Anfrage gesendet.</numerusform>
            <numerusform>Beim Übernehmen werden diese %n Anfragen in dieser Reihenfolge gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>The selected request</source>
        <translation>Die ausgewählte Anfrage</translation>
    </message>
    <message>
        <source>&amp;Copy as curl</source>
        <translation>Als curl &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ProfileDialog</name>
    <message>
        <source>Read-only: nothing can be changed there from this console</source>
        <translation>Schreibgeschützt: Von dieser Konsole aus lässt sich dort nichts ändern</translation>
    </message>
    <message>
        <source>Save it without this test</source>
        <translation>Ohne diese Prüfung speichern</translation>
    </message>
    <message>
        <source>New instance</source>
        <translation>Neue Instanz</translation>
    </message>
    <message>
        <source>Edit instance</source>
        <translation>Instanz bearbeiten</translation>
    </message>
    <message>
        <source>A server&apos;s address is tried before it is saved.</source>
        <translation>Die Adresse eines Servers wird vor dem Speichern geprüft.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>A server</source>
        <translation>Ein Server</translation>
    </message>
    <message>
        <source>A folder on this computer</source>
        <translation>Ein Ordner auf diesem Rechner</translation>
    </message>
    <message>
        <source>&amp;What is it?</source>
        <translation>&amp;Was ist es?</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Address or folder</source>
        <translation>&amp;Adresse oder Ordner</translation>
    </message>
    <message>
        <source>&amp;E-mail of your account</source>
        <translation>&amp;E-Mail des Kontos</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>Type a name for it.</source>
        <translation>Einen Namen dafür eingeben.</translation>
    </message>
    <message>
        <source>Type or choose a folder, from the root on.</source>
        <translation>Einen Ordner mit vollständigem Pfad eingeben oder auswählen.</translation>
    </message>
    <message>
        <source>Your password would travel unencrypted. Use https:// for this server.</source>
        <translation>Das Passwort würde unverschlüsselt übertragen. Für diesen Server https:// verwenden.</translation>
    </message>
    <message>
        <source>Something answers there, but it is no server of Tenantry.</source>
        <translation>Dort antwortet etwas, aber es ist kein Tenantry-Server.</translation>
    </message>
    <message>
        <source>Folder of the local instance</source>
        <translation>Ordner der lokalen Instanz</translation>
    </message>
    <message>
        <source>The password is asked for when you connect, and can be remembered then.</source>
        <translation>Nach dem Passwort wird beim Verbinden gefragt; dann kann es auch gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ProfileStore</name>
    <message>
        <source>Colour: %1</source>
        <translation>Farbe: %1</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Address or folder</source>
        <translation>Adresse oder Ordner</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RequestModel</name>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Correlation ID</source>
        <translation>Korrelations-ID</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RequestPanel</name>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Requests, the newest last</source>
        <translation>Anfragen, die neueste zuletzt</translation>
    </message>
    <message>
        <source>Every call the console makes is listed here. None was made yet.</source>
        <translation>Hier steht jeder Aufruf der Konsole. Bisher gab es keinen.</translation>
    </message>
    <message>
        <source>Select a request to copy it.</source>
        <translation>Eine Anfrage auswählen, um sie zu kopieren.</translation>
    </message>
    <message>
        <source>What was sent is a secret or too large to be kept.</source>
        <translation>Das Gesendete ist geheim oder zu groß, um aufbewahrt zu werden.</translation>
    </message>
    <message>
        <source>Copy the request as a curl command, without the token.</source>
        <translation>Die Anfrage als curl-Befehl kopieren, ohne das Token.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RestoredPage</name>
    <message>
        <source>%1 is not loaded yet</source>
        <translation>%1 ist noch nicht geladen</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>&amp;Laden</translation>
    </message>
    <message>
        <source>%1 is not loaded</source>
        <translation>%1 ist nicht geladen</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>It was open before. Nothing was asked of the server since.</source>
        <translation>War zuvor geöffnet. Seither wurde der Server nichts gefragt.</translation>
    </message>
    <message>
        <source>It was open before. Connect to %1 to load it.</source>
        <translation>War zuvor geöffnet. Mit %1 verbinden, um es zu laden.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RoomActions</name>
    <message>
        <source>&amp;Add to the list…</source>
        <translation>Zur Liste hinzu&amp;fügen…</translation>
    </message>
    <message>
        <source>&amp;Edit in the list…</source>
        <translation>In der Liste bearbei&amp;ten…</translation>
    </message>
    <message>
        <source>Make primary, or &amp;deactivate</source>
        <translation>Primär machen oder dea&amp;ktivieren</translation>
    </message>
    <message>
        <source>&amp;Remove from the list…</source>
        <translation>Aus der Liste e&amp;ntfernen…</translation>
    </message>
    <message>
        <source>Open users, domains or members from the tree first.</source>
        <translation>Zuerst Benutzer, Domains oder Mitglieder aus dem Baum öffnen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RoomHeader</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>In %1 suchen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RoomPage</name>
    <message>
        <source>&amp;Retry</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>There is nothing of the kind in %1.</source>
        <translation>So etwas gibt es unter %1 nicht.</translation>
    </message>
    <message>
        <source>This instance is saved as read-only. Change that in the list of saved instances.</source>
        <translation>Diese Instanz ist als schreibgeschützt gespeichert. Das in der Liste der gespeicherten Instanzen ändern.</translation>
    </message>
    <message>
        <source>This takes the permission &quot;%1&quot;. %2</source>
        <translation>Das erfordert die Berechtigung „%1“. %2</translation>
    </message>
    <message>
        <source>Select a row first.</source>
        <translation>Zuerst eine Zeile auswählen.</translation>
    </message>
    <message>
        <source>Nobody and nothing found</source>
        <translation>Niemand und nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing here holds &quot;%1&quot;.</source>
        <translation>Nichts hier enthält „%1“.</translation>
    </message>
    <message>
        <source>This is a production site, and it is locked. Unlock it first (Ctrl+Shift+L).</source>
        <translation>Dies ist eine Produktions-Site und gesperrt. Zuerst entsperren (Strg+Umschalt+L).</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SecretFile</name>
    <message>
        <source>This is not the passphrase of the stored passwords.</source>
        <translation>Das ist nicht die Passphrase der gespeicherten Passwörter.</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, is damaged. Bring it back from a backup, or begin a new one.</source>
        <translation>Die Datei der gespeicherten Passwörter, %1, ist beschädigt. Sie aus einer Sicherung zurückholen oder eine neue beginnen.</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, cannot be read.</source>
        <translation>Die Datei der gespeicherten Passwörter, %1, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, cannot be written. Check the folder and the room on the disk.</source>
        <translation>Die Datei der gespeicherten Passwörter, %1, kann nicht geschrieben werden. Den Ordner und den freien Platz auf dem Datenträger prüfen.</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, cannot be locked. Check the folder, and whether another console hangs.</source>
        <translation>Die Datei der gespeicherten Passwörter, %1, kann nicht gesperrt werden. Den Ordner prüfen, und ob eine andere Konsole hängt.</translation>
    </message>
    <message>
        <source>The stored passwords are locked.</source>
        <translation>Die gespeicherten Passwörter sind gesperrt.</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, cannot be removed.</source>
        <translation>Die Datei der gespeicherten Passwörter, %1, kann nicht entfernt werden.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ServerLogin</name>
    <message>
        <source>Signing in to %1…</source>
        <translation>Anmeldung bei %1…</translation>
    </message>
    <message>
        <source>The stored password was not accepted.</source>
        <translation>Das gespeicherte Passwort wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>Type the one that is right now.</source>
        <translation>Das jetzt gültige eingeben.</translation>
    </message>
    <message>
        <source>The password is not kept: %1</source>
        <translation>Das Passwort wird nicht aufbewahrt: %1</translation>
    </message>
    <message>
        <source>The password is not kept. It will be asked for again.</source>
        <translation>Das Passwort wird nicht aufbewahrt. Es wird erneut danach gefragt.</translation>
    </message>
    <message>
        <source>The stored password could not be removed: %1</source>
        <translation>Das gespeicherte Passwort konnte nicht entfernt werden: %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search by action or key</source>
        <translation>Nach Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>Tastenkürzel durchsuchen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SiteActions</name>
    <message>
        <source>Un&amp;lock for 15 minutes</source>
        <translation>Für 15 Minuten &amp;entsperren</translation>
    </message>
    <message>
        <source>Select a site, or open something of one.</source>
        <translation>Eine Site auswählen oder etwas aus einer öffnen.</translation>
    </message>
    <message>
        <source>Only production sites are locked.</source>
        <translation>Nur Produktions-Sites sind gesperrt.</translation>
    </message>
    <message>
        <source>E&amp;xtend to 15 minutes</source>
        <translation>Auf 15 Minuten verlän&amp;gern</translation>
    </message>
    <message>
        <source>The site is not unlocked.</source>
        <translation>Die Site ist nicht entsperrt.</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>&amp;Jetzt sperren</translation>
    </message>
    <message>
        <source>&amp;Lock %1 now</source>
        <translation>%1 &amp;jetzt sperren</translation>
    </message>
    <message>
        <source>Un&amp;lock %1 for 15 minutes</source>
        <translation>%1 für 15 Minuten &amp;entsperren</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StatePage</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StatusLine</name>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Show the tasks.</source>
        <translation>Die Aufgaben anzeigen.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>%1: %2
A click copies it.</source>
        <translation>%1: %2
Ein Klick kopiert den Wert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connect to a server, or start a local instance.</source>
        <translation>Mit einem Server verbinden oder eine lokale Instanz starten.</translation>
    </message>
    <message>
        <source>%1
A click asks the server now.</source>
        <translation>%1
Ein Klick fragt den Server jetzt.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Version of the server.
A click copies it.</source>
        <translation>Version des Servers.
Ein Klick kopiert sie.</translation>
    </message>
    <message>
        <source>%1
A click shows all messages.</source>
        <translation>%1
Ein Klick zeigt alle Meldungen.</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks running</source>
        <translation>
            <numerusform>%n Aufgabe läuft</numerusform>
            <numerusform>%n Aufgaben laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TabActions</name>
    <message>
        <source>Select a datatable in the tree.</source>
        <translation>Eine Datentabelle im Baum auswählen.</translation>
    </message>
    <message>
        <source>No tab is open.</source>
        <translation>Kein Tab ist geöffnet.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>Open as pre&amp;view</source>
        <translation>Als Vors&amp;chau öffnen</translation>
    </message>
    <message>
        <source>&amp;Keep this tab</source>
        <translation>&amp;Diesen Tab behalten</translation>
    </message>
    <message>
        <source>This tab is no preview; it stays.</source>
        <translation>Dieser Tab ist keine Vorschau; er bleibt.</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>Tab &amp;schließen</translation>
    </message>
    <message>
        <source>Open the closed tab &amp;again</source>
        <translation>Geschlossenen Tab &amp;wieder öffnen</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>Nächster &amp;Tab</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>&amp;Vorheriger Tab</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TabArea</name>
    <message>
        <source>%1 (%2 changed)</source>
        <translation>%1 (%2 geändert)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TabKeeper</name>
    <message>
        <source>No tab was closed.</source>
        <translation>Kein Tab wurde geschlossen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TabStrip</name>
    <message>
        <source>Open tabs</source>
        <translation>Offene Tabs</translation>
    </message>
    <message>
        <source>%1, preview</source>
        <translation>%1, Vorschau</translation>
    </message>
    <message>
        <source>%1
A preview: the next one takes its place. Double-click to keep it.</source>
        <translation>%1
Eine Vorschau: Die nächste nimmt ihren Platz ein. Doppelklicken, um sie zu behalten.</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TableEditor</name>
    <message numerus="yes">
        <source>%n changes of an earlier session are back; nothing was sent.</source>
        <translation>
            <numerusform>%n Änderung einer früheren Sitzung ist wieder da; nichts wurde gesendet.</numerusform>
            <numerusform>%n Änderungen einer früheren Sitzung sind wieder da; nichts wurde gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>This instance is saved as read-only.</source>
        <translation>Diese Instanz ist als schreibgeschützt gespeichert.</translation>
    </message>
    <message>
        <source>%1 is a production site and locked. Unlock it to edit (Ctrl+Shift+L).</source>
        <translation>%1 ist eine Produktions-Site und gesperrt. Zum Bearbeiten entsperren (Strg+Umschalt+L).</translation>
    </message>
    <message>
        <source>This table has no primary key, so its rows cannot be told apart.</source>
        <translation>Diese Tabelle hat keinen Primärschlüssel, ihre Zeilen lassen sich nicht unterscheiden.</translation>
    </message>
    <message>
        <source>The changes are being committed.</source>
        <translation>Die Änderungen werden übernommen.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Es gibt nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Nichts ist geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n cells hold a text that is no value. They have a red frame.</source>
        <translation>
            <numerusform>%n Zelle enthält einen Text, der kein gültiger Wert ist. Sie ist rot umrandet.</numerusform>
            <numerusform>%n Zellen enthalten einen Text, der kein gültiger Wert ist. Sie sind rot umrandet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a changed row.</source>
        <translation>Eine geänderte Zeile auswählen.</translation>
    </message>
    <message>
        <source>Set NULL</source>
        <translation>Auf NULL setzen</translation>
    </message>
    <message numerus="yes">
        <source>%1 Nothing is lost: %n changes are still pending.</source>
        <translation>
            <numerusform>%1 Nichts ist verloren: %n Änderung steht noch aus.</numerusform>
            <numerusform>%1 Nichts ist verloren: %n Änderungen stehen noch aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n rows; each says why.</source>
        <translation>
            <numerusform>Der Server hat %n Zeile abgelehnt; der Grund steht dort.</numerusform>
            <numerusform>Der Server hat %n Zeilen abgelehnt; bei jeder steht der Grund.</numerusform>
        </translation>
    </message>
    <message>
        <source>This table shows rows of another app. They can be changed there.</source>
        <translation>Diese Tabelle zeigt Zeilen einer anderen App. Sie lassen sich dort ändern.</translation>
    </message>
    <message>
        <source>The platform keeps the rows of this table. They cannot be changed here.</source>
        <translation>Die Zeilen dieser Tabelle führt die Plattform. Sie lassen sich hier nicht ändern.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Task</name>
    <message>
        <source>Beginning…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TaskList</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What goes on</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TaskPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>Ergebnis anzeigen</translation>
    </message>
    <message>
        <source>Clear ended ones</source>
        <translation>Beendete entfernen</translation>
    </message>
    <message>
        <source>Tasks, the newest last</source>
        <translation>Aufgaben, die neueste zuletzt</translation>
    </message>
    <message>
        <source>Log of the chosen task</source>
        <translation>Protokoll der ausgewählten Aufgabe</translation>
    </message>
    <message>
        <source>What takes a while is listed here, with its progress and a way to cancel it. Nothing has begun yet.</source>
        <translation>Hier steht, was länger dauert, mit Fortschritt und der Möglichkeit, es abzubrechen. Noch hat nichts begonnen.</translation>
    </message>
    <message>
        <source>Select a task to see its log.</source>
        <translation>Eine Aufgabe auswählen, um ihr Protokoll zu sehen.</translation>
    </message>
    <message>
        <source>End the chosen task.</source>
        <translation>Die ausgewählte Aufgabe abbrechen.</translation>
    </message>
    <message>
        <source>Go to what the chosen task has made.</source>
        <translation>Zu dem gehen, was die ausgewählte Aufgabe erstellt hat.</translation>
    </message>
    <message>
        <source>The chosen task has nothing to show.</source>
        <translation>Die ausgewählte Aufgabe hat nichts anzuzeigen.</translation>
    </message>
    <message>
        <source>Take what has ended off the list.</source>
        <translation>Beendete Aufgaben aus der Liste nehmen.</translation>
    </message>
    <message>
        <source>No task has ended.</source>
        <translation>Keine Aufgabe ist beendet.</translation>
    </message>
    <message>
        <source>Select a task to cancel it.</source>
        <translation>Eine Aufgabe auswählen, um sie abzubrechen.</translation>
    </message>
    <message>
        <source>It is being cancelled.</source>
        <translation>Sie wird gerade abgebrochen.</translation>
    </message>
    <message>
        <source>This task cannot be cancelled.</source>
        <translation>Diese Aufgabe kann nicht abgebrochen werden.</translation>
    </message>
    <message>
        <source>This task has ended.</source>
        <translation>Diese Aufgabe ist beendet.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TreeModel</name>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n Tabelle</numerusform>
            <numerusform>%n Tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Double-click to try again.</source>
        <translation>%1
Doppelklicken, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>%1 Retry?</source>
        <translation>%1 Erneut versuchen?</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TreePanel</name>
    <message>
        <source>Filter of the tree</source>
        <translation>Filter des Baums</translation>
    </message>
    <message>
        <source>Instances, organizations, sites, apps and datatables</source>
        <translation>Instanzen, Organisationen, Sites, Apps und Datentabellen</translation>
    </message>
    <message>
        <source>Filter; Enter asks the server</source>
        <translation>Filter; Eingabetaste fragt den Server</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>No name here or on the server has this.</source>
        <translation>Kein Name hier oder auf dem Server enthält dies.</translation>
    </message>
    <message numerus="yes">
        <source>%n found.</source>
        <translation>
            <numerusform>%n gefunden.</numerusform>
            <numerusform>%n gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apps and datatables were looked for in the first %n sites only. Select a site to search in it.</source>
        <translation>
            <numerusform>Apps und Datentabellen wurden nur in der ersten %n Site gesucht. Eine Site auswählen, um in ihr zu suchen.</numerusform>
            <numerusform>Apps und Datentabellen wurden nur in den ersten %n Sites gesucht. Eine Site auswählen, um in ihr zu suchen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::UserDialog</name>
    <message>
        <source>Member of the &amp;staff</source>
        <translation>&amp;Mitarbeiter</translation>
    </message>
    <message>
        <source>Edit the user %1</source>
        <translation>Benutzer %1 bearbeiten</translation>
    </message>
    <message>
        <source>What is left as it is stays as it is.</source>
        <translation>Was nicht geändert wird, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Neuer Benutzer</translation>
    </message>
    <message>
        <source>A user signs in to this site and its apps, and to no other site.</source>
        <translation>Ein Benutzer meldet sich bei dieser Site und ihren Apps an und bei keiner anderen Site.</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Erstellen</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>Letters, digits and @ . + - _</source>
        <translation>Buchstaben, Ziffern und @ . + - _</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>E-Ma&amp;il</translation>
    </message>
    <message>
        <source>&amp;First name</source>
        <translation>&amp;Vorname</translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation>&amp;Nachname</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Only to set a new one; it ends what the user was signed in to.</source>
        <translation>Nur, um ein neues zu setzen; das beendet alle Anmeldungen des Benutzers.</translation>
    </message>
    <message>
        <source>Without one, nobody signs in with a password.</source>
        <translation>Ohne eines ist keine Anmeldung mit Passwort möglich.</translation>
    </message>
    <message>
        <source>Password &amp;again</source>
        <translation>Passwort &amp;wiederholen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>The staff may use the site&apos;s administration.</source>
        <translation>Mitarbeiter dürfen die Verwaltung der Site benutzen.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Die beiden Passwörter unterscheiden sich.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::UsersPage</name>
    <message>
        <source>Superuser</source>
        <translation>Superuser</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Active, follows the platform</source>
        <translation>Aktiv, folgt der Plattform</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>Asking for the users…</source>
        <translation>Benutzer werden abgefragt…</translation>
    </message>
    <message>
        <source>The users could not be loaded</source>
        <translation>Die Benutzer konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>No users yet</source>
        <translation>Noch keine Benutzer</translation>
    </message>
    <message>
        <source>A user signs in to this site and its apps, and to no other site.</source>
        <translation>Ein Benutzer meldet sich bei dieser Site und ihren Apps an und bei keiner anderen Site.</translation>
    </message>
    <message>
        <source>An administrator of the site can grant it.</source>
        <translation>Ein Administrator der Site kann sie erteilen.</translation>
    </message>
    <message>
        <source>&amp;New user…</source>
        <translation>&amp;Neuer Benutzer…</translation>
    </message>
    <message>
        <source>&amp;Edit the user…</source>
        <translation>Benutzer bearbei&amp;ten…</translation>
    </message>
    <message>
        <source>A&amp;ctivate the user</source>
        <translation>Benutzer a&amp;ktivieren</translation>
    </message>
    <message>
        <source>Dea&amp;ctivate the user</source>
        <translation>Benutzer dea&amp;ktivieren</translation>
    </message>
    <message>
        <source>&amp;Delete the user…</source>
        <translation>Ben&amp;utzer löschen…</translation>
    </message>
    <message>
        <source>This user follows an account of the platform, and is changed there.</source>
        <translation>Dieser Benutzer folgt einem Konto der Plattform und wird dort geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n users</source>
        <translation>
            <numerusform>%n Benutzer</numerusform>
            <numerusform>%n Benutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the user %1?</source>
        <translation>Benutzer %1 löschen?</translation>
    </message>
    <message>
        <source>Nobody signs in as this user any more. The user name and the e-mail address stay taken.</source>
        <translation>Niemand meldet sich mehr als dieser Benutzer an. Benutzername und E-Mail-Adresse bleiben vergeben.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::WelcomePage</name>
    <message>
        <source>Welcome to Tenantry</source>
        <translation>Willkommen bei Tenantry</translation>
    </message>
    <message>
        <source>Nothing open yet</source>
        <translation>Noch nichts geöffnet</translation>
    </message>
    <message>
        <source>Open a datatable from the tree: a double click, or Enter on the selected one.</source>
        <translation>Eine Datentabelle aus dem Baum öffnen: per Doppelklick oder mit der Eingabetaste auf der ausgewählten.</translation>
    </message>
    <message>
        <source>Starting the local instance in %1…</source>
        <translation>Die lokale Instanz in %1 wird gestartet…</translation>
    </message>
    <message>
        <source>The local instance did not start</source>
        <translation>Die lokale Instanz ist nicht gestartet</translation>
    </message>
    <message>
        <source>Organizations, their sites and the data in them, in one window. Begin with an instance of your own in a folder on this computer, sign in to a server, or look around in a demo first.</source>
        <translation>Organisationen, ihre Sites und deren Daten in einem Fenster. Für den Anfang eine eigene Instanz in einem Ordner auf diesem Rechner starten, bei einem Server anmelden oder sich zuerst in einer Demo umsehen.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::WindowActions</name>
    <message>
        <source>&amp;Go to anything…</source>
        <translation>&amp;Gehe zu…</translation>
    </message>
    <message>
        <source>Go to an o&amp;bject…</source>
        <translation>Gehe zu O&amp;bjekt…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ve&amp;rgrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>Vo&amp;llbild</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;About Tenantry</source>
        <translation>&amp;Über Tenantry</translation>
    </message>
    <message>
        <source>About Tenantry</source>
        <translation>Über Tenantry</translation>
    </message>
    <message>
        <source>Tenantry %1

Backends for many tenants: free software under the GNU General Public License, version 3 or later.</source>
        <translation>Tenantry %1

Backends für viele Mandanten: freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Workspace</name>
    <message>
        <source>The console&apos;s workspace cannot be opened: %1. Saved instances and unsaved changes are not remembered.</source>
        <translation>Der Arbeitsbereich der Konsole kann nicht geöffnet werden: %1. Gespeicherte Instanzen und ungespeicherte Änderungen werden nicht behalten.</translation>
    </message>
    <message>
        <source>The console&apos;s workspace cannot be used: %1. Saved instances and unsaved changes are not remembered.</source>
        <translation>Der Arbeitsbereich der Konsole kann nicht verwendet werden: %1. Gespeicherte Instanzen und ungespeicherte Änderungen werden nicht behalten.</translation>
    </message>
    <message>
        <source>The console&apos;s workspace was made by a newer version of Tenantry. Saved instances and unsaved changes are not remembered until you update.</source>
        <translation>Der Arbeitsbereich der Konsole stammt von einer neueren Version von Tenantry. Gespeicherte Instanzen und ungespeicherte Änderungen werden bis zur Aktualisierung nicht behalten.</translation>
    </message>
</context>
<context>
    <name>treeloader</name>
    <message>
        <source>No organizations yet: create one</source>
        <translation>Noch keine Organisationen: eine erstellen</translation>
    </message>
    <message>
        <source>No sites yet: create one</source>
        <translation>Noch keine Sites: eine erstellen</translation>
    </message>
    <message>
        <source>No apps yet: create one</source>
        <translation>Noch keine Apps: eine erstellen</translation>
    </message>
    <message>
        <source>No datatables yet: send a data package to create_schema</source>
        <translation>Noch keine Datentabellen: ein Datenpaket an create_schema senden</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>The accounts that belong to this organization</source>
        <translation>Die Konten, die zu dieser Organisation gehören</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>The people who sign in to this site</source>
        <translation>Die Personen, die sich bei dieser Site anmelden</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domains</translation>
    </message>
    <message>
        <source>The host names that lead to this site</source>
        <translation>Die Hostnamen, die zu dieser Site führen</translation>
    </message>
</context>
</TS>
