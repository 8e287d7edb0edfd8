<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi" sourcelanguage="en_GB">
<context>
    <name>ActionGroup</name>
    <message>
        <source>Instances</source>
        <translation>इंस्टेंस</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>ऑब्जेक्ट</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>तालिकाएँ</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>ट्री</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>टैब</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>विंडो</translation>
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
        <translation>प्राथमिक कुंजी</translation>
    </message>
    <message>
        <source>required</source>
        <translation>आवश्यक</translation>
    </message>
    <message>
        <source>references %1</source>
        <translation>%1 का संदर्भ</translation>
    </message>
    <message>
        <source>shown in local time</source>
        <translation>स्थानीय समय में दिखाया गया</translation>
    </message>
</context>
<context>
    <name>CellInput</name>
    <message>
        <source>Type a whole number of at most 64 bits, such as 42.</source>
        <translation>अधिकतम 64 बिट की पूर्ण संख्या लिखें, जैसे 42।</translation>
    </message>
    <message>
        <source>Type a number with a point before its fraction, such as 39.90.</source>
        <translation>दशमलव बिंदु वाली संख्या लिखें, जैसे 39.90।</translation>
    </message>
    <message>
        <source>Type true or false.</source>
        <translation>true या false लिखें।</translation>
    </message>
    <message>
        <source>Type a day and a time, such as 2026-01-31 09:30; local time unless a zone follows (Z, +02:00).</source>
        <translation>तारीख और समय लिखें, जैसे 2026-01-31 09:30; समय क्षेत्र (Z, +02:00) न देने पर स्थानीय समय माना जाएगा।</translation>
    </message>
    <message>
        <source>Type JSON, such as {&quot;size&quot;: 3} or [1, 2]; texts stand in quotes.</source>
        <translation>JSON लिखें, जैसे {&quot;size&quot;: 3} या [1, 2]; पाठ उद्धरण चिह्नों में रखें।</translation>
    </message>
    <message>
        <source>Type a day, such as 2026-01-31.</source>
        <translation>तारीख लिखें, जैसे 2026-01-31।</translation>
    </message>
    <message>
        <source>Type a time of day, such as 09:30:00.</source>
        <translation>समय लिखें, जैसे 09:30:00।</translation>
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
        <translation>जोड़ा गया, सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>Changed, not saved.</source>
        <translation>बदला गया, सहेजा नहीं गया।</translation>
    </message>
    <message>
        <source>Marked for deletion, not saved.</source>
        <translation>हटाने के लिए चिह्नित, सहेजा नहीं गया।</translation>
    </message>
</context>
<context>
    <name>ChangeSet</name>
    <message>
        <source>Add a row</source>
        <translation>पंक्ति जोड़ें</translation>
    </message>
    <message>
        <source>Edit a cell</source>
        <translation>सेल संपादित करें</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n rows</source>
        <translation>
            <numerusform>%n पंक्ति हटाएँ</numerusform>
            <numerusform>%n पंक्तियाँ हटाएँ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n changes</source>
        <translation>
            <numerusform>%n बदलाव छोड़ें</numerusform>
            <numerusform>%n बदलाव छोड़ें</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take up %n changes again</source>
        <translation>
            <numerusform>%n बदलाव फिर से लें</numerusform>
            <numerusform>%n बदलाव फिर से लें</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Client</name>
    <message>
        <source>No longer wanted.</source>
        <translation>अब ज़रूरत नहीं रही।</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>The demo was not loaded: it was cancelled.</source>
        <translation>डेमो लोड नहीं हुआ: उसे रद्द कर दिया गया।</translation>
    </message>
    <message>
        <source>Looking whether the demo is there</source>
        <translation>देखा जा रहा है कि डेमो पहले से है या नहीं</translation>
    </message>
    <message>
        <source>The demo is there already, as the organization Acme (demo).</source>
        <translation>डेमो पहले से है, संगठन Acme (demo) के रूप में।</translation>
    </message>
    <message>
        <source>To have it as it was at first, delete its sites and the organization, and load it again.</source>
        <translation>इसे शुरुआती रूप में पाने के लिए इसकी साइटें और संगठन हटाएँ और फिर से लोड करें।</translation>
    </message>
    <message>
        <source>An organization that is not the demo has the address %1.</source>
        <translation>%1 पता किसी ऐसे संगठन का है जो डेमो नहीं है।</translation>
    </message>
    <message>
        <source>Nothing was changed. Load the demo into another instance.</source>
        <translation>कुछ नहीं बदला गया। डेमो किसी दूसरे इंस्टेंस में लोड करें।</translation>
    </message>
    <message>
        <source>What was made so far could not be removed. It is called unfinished; loading again removes it first.</source>
        <translation>अब तक बनाई गई चीज़ें हटाई नहीं जा सकीं। उनके नाम में &quot;unfinished&quot; है; फिर से लोड करने पर वे पहले हटा दी जाएँगी।</translation>
    </message>
    <message>
        <source>Acme (demo, unfinished)</source>
        <translation>Acme (demo, unfinished)</translation>
    </message>
    <message>
        <source>Made up by Tenantry to be looked at. Delete it whenever you like.</source>
        <translation>Tenantry द्वारा देखने के लिए बनाया गया काल्पनिक डेटा। इसे कभी भी हटाया जा सकता है।</translation>
    </message>
    <message>
        <source>Making the organization</source>
        <translation>संगठन बनाया जा रहा है</translation>
    </message>
    <message>
        <source>Acme (demo)</source>
        <translation>Acme (demo)</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>पूरा किया जा रहा है</translation>
    </message>
    <message>
        <source>Making the site %1</source>
        <translation>साइट %1 बनाई जा रही है</translation>
    </message>
    <message>
        <source>A shop and its magazine, made up.</source>
        <translation>एक काल्पनिक दुकान और उसकी पत्रिका।</translation>
    </message>
    <message>
        <source>Making the app %1</source>
        <translation>ऐप %1 बनाया जा रहा है</translation>
    </message>
    <message>
        <source>Making the datatables of %1</source>
        <translation>%1 की डेटा तालिकाएँ बनाई जा रही हैं</translation>
    </message>
    <message>
        <source>Filling %1</source>
        <translation>%1 में डेटा भरा जा रहा है</translation>
    </message>
    <message>
        <source>Removing the site %1</source>
        <translation>साइट %1 हटाई जा रही है</translation>
    </message>
    <message>
        <source>Removing the organization</source>
        <translation>संगठन हटाया जा रहा है</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>production</source>
        <translation>प्रोडक्शन</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>स्टेजिंग</translation>
    </message>
    <message>
        <source>development</source>
        <translation>डेवलपमेंट</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>टेस्टिंग</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>As the system</source>
        <translation>सिस्टम के अनुसार</translation>
    </message>
</context>
<context>
    <name>LocalCredentials</name>
    <message>
        <source>The file %1 in the folder cannot be read. Is the folder somebody else&apos;s?</source>
        <translation>फ़ोल्डर की फ़ाइल %1 पढ़ी नहीं जा सकी। क्या यह फ़ोल्डर किसी और का है?</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Instance %1 of the file: %2</source>
        <translation>फ़ाइल का इंस्टेंस %1: %2</translation>
    </message>
    <message>
        <source>its kind must be &quot;server&quot; or &quot;folder&quot;.</source>
        <translation>इसका प्रकार &quot;server&quot; या &quot;folder&quot; होना चाहिए।</translation>
    </message>
    <message>
        <source>it needs a name and an address.</source>
        <translation>इसे नाम और पता चाहिए।</translation>
    </message>
    <message>
        <source>This is not a file of instances.</source>
        <translation>यह इंस्टेंस की फ़ाइल नहीं है।</translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>Type the address of the server.</source>
        <translation>सर्वर का पता लिखें।</translation>
    </message>
    <message>
        <source>This is not an address, such as https://api.example.org.</source>
        <translation>यह https://api.example.org जैसा कोई पता नहीं है।</translation>
    </message>
    <message>
        <source>The address begins with https:// or http://.</source>
        <translation>पता https:// या http:// से शुरू होता है।</translation>
    </message>
    <message>
        <source>Leave name and password out of the address.</source>
        <translation>पते में नाम और पासवर्ड न लिखें।</translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 पढ़ा नहीं जा सका: %2</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>फ़ाइल बहुत बड़ी है</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 लिखा नहीं जा सका: %2</translation>
    </message>
</context>
<context>
    <name>client</name>
    <message>
        <source>Nothing answers at %1. Is the server running?</source>
        <translation>%1 से कोई उत्तर नहीं मिला। क्या सर्वर चल रहा है?</translation>
    </message>
    <message>
        <source>There is no host %1. Check the address for typing errors.</source>
        <translation>होस्ट %1 नहीं मिला। पते में टाइपिंग की गलती जाँचें।</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Try again in a moment.</source>
        <translation>%1 ने समय पर उत्तर नहीं दिया। थोड़ी देर में फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>No trusted connection to %1: its certificate could not be verified.</source>
        <translation>%1 से विश्वसनीय कनेक्शन नहीं बना: उसका प्रमाणपत्र सत्यापित नहीं हो सका।</translation>
    </message>
    <message>
        <source>%1 closed the connection before it answered. Try again.</source>
        <translation>%1 ने उत्तर देने से पहले कनेक्शन बंद कर दिया। फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the network and try again.</source>
        <translation>%1 तक नहीं पहुँचा जा सका। नेटवर्क जाँचें और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Not signed in. Connect to the server again.</source>
        <translation>साइन इन नहीं है। सर्वर से फिर कनेक्ट करें।</translation>
    </message>
    <message>
        <source>This instance is saved as read-only: nothing was sent.</source>
        <translation>यह इंस्टेंस केवल पढ़ने योग्य सहेजा गया है: कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Change that in the list of saved instances, and connect again.</source>
        <translation>इसे सहेजे गए इंस्टेंस की सूची में बदलें और फिर कनेक्ट करें।</translation>
    </message>
    <message>
        <source>The server&apos;s answer lacks &quot;%1&quot;. Is it of this version?</source>
        <translation>सर्वर के उत्तर में &quot;%1&quot; नहीं है। क्या उसका संस्करण यही है?</translation>
    </message>
    <message>
        <source>The server&apos;s sign-in answer holds no token.</source>
        <translation>साइन-इन पर सर्वर के उत्तर में कोई टोकन नहीं है।</translation>
    </message>
    <message>
        <source>%1 is a production site and locked: nothing was sent.</source>
        <translation>%1 प्रोडक्शन साइट है और लॉक है: कुछ नहीं भेजा गया।</translation>
    </message>
    <message>
        <source>Unlock it (Ctrl+Shift+L) and try again.</source>
        <translation>इसे अनलॉक करें (Ctrl+Shift+L) और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The server did not accept the sign-in.</source>
        <translation>सर्वर ने साइन-इन स्वीकार नहीं किया।</translation>
    </message>
    <message>
        <source>The server does not know this address.</source>
        <translation>सर्वर इस पते को नहीं जानता।</translation>
    </message>
    <message>
        <source>The server could not answer (status %1). Try again in a moment.</source>
        <translation>सर्वर उत्तर नहीं दे सका (स्थिति %1)। थोड़ी देर में फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The server points elsewhere (status %1). Connect to the address it moved to.</source>
        <translation>सर्वर कहीं और भेज रहा है (स्थिति %1)। उसके नए पते से कनेक्ट करें।</translation>
    </message>
    <message>
        <source>The server refused the request (status %1).</source>
        <translation>सर्वर ने अनुरोध अस्वीकार कर दिया (स्थिति %1)।</translation>
    </message>
    <message>
        <source>What answers at this address is not a Tenantry server. Check the address.</source>
        <translation>इस पते से जो उत्तर दे रहा है वह Tenantry सर्वर नहीं है। पता जाँचें।</translation>
    </message>
    <message>
        <source>This account has a second factor: type its code.</source>
        <translation>इस खाते का दूसरा प्रमाण चालू है: उसका कोड लिखें।</translation>
    </message>
    <message>
        <source>The code is wrong, or was used already.</source>
        <translation>कोड ग़लत है या पहले ही इस्तेमाल हो चुका है।</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The desktop console of Tenantry.</source>
        <translation>Tenantry का डेस्कटॉप कंसोल।</translation>
    </message>
    <message>
        <source>Start the local instance in this folder and show it.</source>
        <translation>इस फ़ोल्डर का स्थानीय इंस्टेंस शुरू करें और दिखाएँ।</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>फ़ोल्डर</translation>
    </message>
    <message>
        <source>Sign in to this server and show it.</source>
        <translation>इस सर्वर पर साइन इन करें और इसे दिखाएँ।</translation>
    </message>
    <message>
        <source>address</source>
        <translation>पता</translation>
    </message>
</context>
<context>
    <name>tenantry::console::EmbeddedServer</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>फ़ोल्डर %1 बनाया नहीं जा सका।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AddDomainDialog</name>
    <message>
        <source>Add a domain</source>
        <translation>डोमेन जोड़ें</translation>
    </message>
    <message>
        <source>Requests to this host name reach the site as soon as the name leads to the server.</source>
        <translation>जैसे ही यह होस्ट नाम सर्वर पर ले जाएगा, इस पर आए अनुरोध साइट तक पहुँचेंगे।</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>जोड़ें (&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Host name</source>
        <translation>होस्ट नाम (&amp;H)</translation>
    </message>
    <message>
        <source>Such as shop.example.com, without https:// and path.</source>
        <translation>जैसे shop.example.com, https:// और पथ के बिना।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Announcer</name>
    <message>
        <source>Disconnected.</source>
        <translation>डिस्कनेक्ट हो गया।</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>%1 के रूप में साइन इन हुआ।</translation>
    </message>
    <message>
        <source>The server answers again.</source>
        <translation>सर्वर फिर से उत्तर दे रहा है।</translation>
    </message>
    <message>
        <source>%1 It is asked again by itself; what you have changed stays.</source>
        <translation>%1 सर्वर से अपने-आप फिर पूछा जाएगा; आपके बदलाव बने रहेंगे।</translation>
    </message>
    <message>
        <source>The server was asked often enough. It is asked again when you refresh.</source>
        <translation>सर्वर से कई बार पूछा जा चुका है। ताज़ा करने पर उससे फिर पूछा जाएगा।</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The local instance in %1 did not start. %2</source>
        <translation>%1 का स्थानीय इंस्टेंस शुरू नहीं हुआ। %2</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ApiDescription</name>
    <message>
        <source>Type something here.</source>
        <translation>यहाँ कुछ लिखें।</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters.</source>
        <translation>
            <numerusform>कम से कम %n वर्ण।</numerusform>
            <numerusform>कम से कम %n वर्ण।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters.</source>
        <translation>
            <numerusform>अधिकतम %n वर्ण।</numerusform>
            <numerusform>अधिकतम %n वर्ण।</numerusform>
        </translation>
    </message>
    <message>
        <source>This is none of the possible values.</source>
        <translation>यह संभव मानों में से नहीं है।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BottomDocks</name>
    <message>
        <source>&amp;Tasks</source>
        <translation>कार्य (&amp;T)</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>अनुरोध (&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>संदेश (&amp;M)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CellInspector</name>
    <message>
        <source>Text of the cell</source>
        <translation>सेल का पाठ</translation>
    </message>
    <message>
        <source>Bytes of the cell</source>
        <translation>सेल के बाइट</translation>
    </message>
    <message>
        <source>Structure of the cell</source>
        <translation>सेल की संरचना</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>पाठ (&amp;X)</translation>
    </message>
    <message>
        <source>St&amp;ructure</source>
        <translation>संरचना (&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Bytes</source>
        <translation>बाइट (&amp;B)</translation>
    </message>
    <message>
        <source>Nothing has been typed in the cell inspector.</source>
        <translation>सेल निरीक्षक में कुछ नहीं लिखा गया है।</translation>
    </message>
    <message>
        <source>Only documents and lists have a structure.</source>
        <translation>केवल दस्तावेज़ों और सूचियों की संरचना होती है।</translation>
    </message>
    <message>
        <source>No cell</source>
        <translation>कोई सेल नहीं</translation>
    </message>
    <message>
        <source>Open a datatable and go to a cell to see its whole value here.</source>
        <translation>सेल का पूरा मान यहाँ देखने के लिए कोई डेटा तालिका खोलें और किसी सेल पर जाएँ।</translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n वर्ण</numerusform>
            <numerusform>%n वर्ण</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the beginning is shown, because the value is long. It cannot be edited here.</source>
        <translation>मान लंबा है, इसलिए केवल शुरुआत दिखाई गई है। इसे यहाँ संपादित नहीं किया जा सकता।</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>कुल %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ColumnLayout</name>
    <message>
        <source>&amp;Show all columns</source>
        <translation>सभी स्तंभ दिखाएँ (&amp;S)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConnectDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>सर्वर से कनेक्ट करें</translation>
    </message>
    <message>
        <source>Sign in with your account on the platform.</source>
        <translation>प्लेटफ़ॉर्म के अपने खाते से साइन इन करें।</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>कनेक्ट करें (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>सर्वर (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>ईमेल (&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>पासवर्ड (&amp;P)</translation>
    </message>
    <message>
        <source>Your password would travel unencrypted. Use https:// for this server.</source>
        <translation>आपका पासवर्ड बिना एन्क्रिप्शन के भेजा जाएगा। इस सर्वर के लिए https:// का उपयोग करें।</translation>
    </message>
    <message>
        <source>Type your e-mail address.</source>
        <translation>अपना ईमेल पता लिखें।</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>अपना पासवर्ड लिखें।</translation>
    </message>
    <message>
        <source>&amp;Remember the password on this computer</source>
        <translation>पासवर्ड इस कंप्यूटर पर याद रखें (&amp;R)</translation>
    </message>
    <message>
        <source>Kept in memory only, until you are signed in, unless you want it remembered.</source>
        <translation>साइन इन होने तक केवल मेमोरी में रखा जाता है, जब तक आप इसे याद रखने के लिए न कहें।</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>कोड (&amp;O)</translation>
    </message>
    <message>
        <source>From your authenticator app, or one of your recovery codes.</source>
        <translation>आपके ऑथेंटिकेटर ऐप से, या आपके पुनर्प्राप्ति कोडों में से एक।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Connection</name>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 ने समय पर उत्तर नहीं दिया।</translation>
    </message>
    <message>
        <source>trying again…</source>
        <translation>फिर कोशिश हो रही है…</translation>
    </message>
    <message numerus="yes">
        <source>retrying in %n s</source>
        <translation>
            <numerusform>%n सेकंड में फिर कोशिश</numerusform>
            <numerusform>%n सेकंड में फिर कोशिश</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Trying again…</source>
        <translation>%1 फिर कोशिश हो रही है…</translation>
    </message>
    <message numerus="yes">
        <source>%1 Trying again in %n second(s).</source>
        <translation>
            <numerusform>%1 %n सेकंड में फिर कोशिश होगी।</numerusform>
            <numerusform>%1 %n सेकंड में फिर कोशिश होगी।</numerusform>
        </translation>
    </message>
    <message>
        <source>connected</source>
        <translation>कनेक्ट है</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>कनेक्ट है।</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>ऑफ़लाइन</translation>
    </message>
    <message>
        <source>%1 The console no longer tries by itself.</source>
        <translation>%1 कंसोल अब अपने-आप कोशिश नहीं करेगा।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConsoleActions</name>
    <message>
        <source>Start a &amp;local instance…</source>
        <translation>स्थानीय इंस्टेंस शुरू करें (&amp;L)…</translation>
    </message>
    <message>
        <source>This console was built without a server.</source>
        <translation>यह कंसोल सर्वर के बिना बनाया गया है।</translation>
    </message>
    <message>
        <source>A local instance is starting already.</source>
        <translation>एक स्थानीय इंस्टेंस पहले से शुरू हो रहा है।</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>सर्वर से कनेक्ट करें (&amp;C)…</translation>
    </message>
    <message>
        <source>Saved &amp;instances…</source>
        <translation>सहेजे गए इंस्टेंस (&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>डिस्कनेक्ट करें (&amp;D)</translation>
    </message>
    <message>
        <source>Select an instance in the tree.</source>
        <translation>ट्री में कोई इंस्टेंस चुनें।</translation>
    </message>
    <message>
        <source>New &amp;organization…</source>
        <translation>नया संगठन (&amp;O)…</translation>
    </message>
    <message>
        <source>Connect to a server or start one first.</source>
        <translation>पहले किसी सर्वर से कनेक्ट करें या उसे शुरू करें।</translation>
    </message>
    <message>
        <source>New &amp;site…</source>
        <translation>नई साइट (&amp;S)…</translation>
    </message>
    <message>
        <source>Select an organization in the tree.</source>
        <translation>ट्री में कोई संगठन चुनें।</translation>
    </message>
    <message>
        <source>New &amp;app…</source>
        <translation>नया ऐप (&amp;A)…</translation>
    </message>
    <message>
        <source>Select a site in the tree.</source>
        <translation>ट्री में कोई साइट चुनें।</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>ताज़ा करें (&amp;R)</translation>
    </message>
    <message>
        <source>Nothing is connected.</source>
        <translation>कुछ भी कनेक्ट नहीं है।</translation>
    </message>
    <message>
        <source>Go to the &amp;tree</source>
        <translation>ट्री पर जाएँ (&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Filter the tree</source>
        <translation>ट्री फ़िल्टर करें (&amp;F)</translation>
    </message>
    <message>
        <source>Folder of the local instance</source>
        <translation>स्थानीय इंस्टेंस का फ़ोल्डर</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>यहाँ शुरू करें</translation>
    </message>
    <message>
        <source>Load the &amp;demo on this computer</source>
        <translation>डेमो इस कंप्यूटर पर लोड करें (&amp;D)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CreateAppDialog</name>
    <message>
        <source>New app</source>
        <translation>नया ऐप</translation>
    </message>
    <message>
        <source>An app holds datatables, functions and files of its own. It shares the site&apos;s users.</source>
        <translation>ऐप की अपनी डेटा तालिकाएँ, फ़ंक्शन और फ़ाइलें होती हैं। उपयोगकर्ता साइट के साथ साझा होते हैं।</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>बनाएँ (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>विवरण (&amp;D)</translation>
    </message>
    <message>
        <source>Its slug is made of the name and stays as it is.</source>
        <translation>इसका स्लग नाम से बनता है और बदला नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>स्लग</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CreateOrganizationDialog</name>
    <message>
        <source>New organization</source>
        <translation>नया संगठन</translation>
    </message>
    <message>
        <source>An organization owns sites and has members. You become its owner.</source>
        <translation>संगठन के पास साइटें और सदस्य होते हैं। आप इसके स्वामी बनते हैं।</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>बनाएँ (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <source>Its slug is made of the name and stays as it is.</source>
        <translation>इसका स्लग नाम से बनता है और बदला नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>स्लग</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CreateSiteDialog</name>
    <message>
        <source>New site</source>
        <translation>नई साइट</translation>
    </message>
    <message>
        <source>A site is a tenant of its own: its data, users and settings are shared with no other.</source>
        <translation>हर साइट एक अलग टेनेंट है: इसका डेटा, उपयोगकर्ता और सेटिंग किसी और से साझा नहीं होते।</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>बनाएँ (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>परिवेश (&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>विवरण (&amp;D)</translation>
    </message>
    <message>
        <source>These are made of it and stay as they are:</source>
        <translation>ये नाम से बनते हैं और बदले नहीं जा सकते:</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>पूरा नाम</translation>
    </message>
    <message>
        <source>Slug</source>
        <translation>स्लग</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>स्कीमा</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>डोमेन</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DatatableActions</name>
    <message>
        <source>Open a datatable first.</source>
        <translation>पहले कोई डेटा तालिका खोलें।</translation>
    </message>
    <message>
        <source>Select a row.</source>
        <translation>कोई पंक्ति चुनें।</translation>
    </message>
    <message>
        <source>&amp;New row</source>
        <translation>नई पंक्ति (&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Delete rows</source>
        <translation>पंक्तियाँ हटाएँ (&amp;D)</translation>
    </message>
    <message>
        <source>Take back the &amp;changes of these rows</source>
        <translation>इन पंक्तियों के बदलाव वापस लें (&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Edit cell</source>
        <translation>सेल संपादित करें (&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Set NULL</source>
        <translation>NULL करें (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>पूर्ववत करें (&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>फिर से करें (&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>छोड़ दें (&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>पूर्वावलोकन (&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Commit</source>
        <translation>कमिट करें (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Commit (%1)</source>
        <translation>कमिट करें (%1) (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Filter rows…</source>
        <translation>पंक्तियाँ फ़िल्टर करें (&amp;F)…</translation>
    </message>
    <message>
        <source>Filter by &amp;this cell</source>
        <translation>इस सेल से फ़िल्टर करें (&amp;I)</translation>
    </message>
    <message>
        <source>Select a cell with a value.</source>
        <translation>मान वाला कोई सेल चुनें।</translation>
    </message>
    <message>
        <source>Rows cannot be filtered by a whole document.</source>
        <translation>पूरे दस्तावेज़ से पंक्तियाँ फ़िल्टर नहीं की जा सकतीं।</translation>
    </message>
    <message>
        <source>&amp;Remove all filters</source>
        <translation>सभी फ़िल्टर हटाएँ (&amp;G)</translation>
    </message>
    <message>
        <source>No filter is set.</source>
        <translation>कोई फ़िल्टर नहीं लगा है।</translation>
    </message>
    <message>
        <source>C&amp;hoose columns…</source>
        <translation>स्तंभ चुनें (&amp;H)…</translation>
    </message>
    <message>
        <source>Select the cells to copy.</source>
        <translation>कॉपी करने के लिए सेल चुनें।</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>CSV के रूप में कॉपी करें (&amp;V)</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>JSON के रूप में कॉपी करें (&amp;J)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Markdown के रूप में कॉपी करें (&amp;M)</translation>
    </message>
    <message>
        <source>Copy as c&amp;url</source>
        <translation>curl के रूप में कॉपी करें (&amp;B)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DatatableTab</name>
    <message>
        <source>&amp;Retry</source>
        <translation>फिर कोशिश करें (&amp;R)</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>%1 की पंक्तियाँ</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 खोला जा रहा है…</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 खोला नहीं जा सका</translation>
    </message>
    <message>
        <source>Loading rows…</source>
        <translation>पंक्तियाँ लोड हो रही हैं…</translation>
    </message>
    <message>
        <source>The rows could not be loaded</source>
        <translation>पंक्तियाँ लोड नहीं हो सकीं</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>अभी कोई पंक्ति नहीं</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>लोड हो रहा है…</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>कोई पंक्ति नहीं</translation>
    </message>
    <message>
        <source>Rows %1–%2 of %3</source>
        <translation>%3 में से पंक्तियाँ %1–%2</translation>
    </message>
    <message>
        <source>Add one with Ctrl+N, or through the API: POST to %1 of this app.</source>
        <translation>Ctrl+N से जोड़ें, या API से: इस ऐप के %1 पर POST करें।</translation>
    </message>
    <message>
        <source>Committing…</source>
        <translation>कमिट हो रहा है…</translation>
    </message>
    <message>
        <source>No rows match</source>
        <translation>कोई पंक्ति मेल नहीं खाती</translation>
    </message>
    <message>
        <source>No row meets all the filters above.</source>
        <translation>कोई पंक्ति ऊपर के सभी फ़िल्टरों से मेल नहीं खाती।</translation>
    </message>
    <message>
        <source>&amp;Remove the filters</source>
        <translation>फ़िल्टर हटाएँ (&amp;R)</translation>
    </message>
    <message>
        <source>New rows</source>
        <translation>नई पंक्तियाँ</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DeleteDialog</name>
    <message>
        <source>&amp;Delete for good</source>
        <translation>हमेशा के लिए हटाएँ (&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <source>Type &quot;%1&quot; to delete it.</source>
        <translation>हटाने के लिए &quot;%1&quot; लिखें।</translation>
    </message>
    <message>
        <source>This is not its name. Type &quot;%1&quot; to delete it.</source>
        <translation>यह इसका नाम नहीं है। हटाने के लिए &quot;%1&quot; लिखें।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DemoAction</name>
    <message>
        <source>Load the demo &amp;into this instance…</source>
        <translation>डेमो इस इंस्टेंस में लोड करें (&amp;N)…</translation>
    </message>
    <message>
        <source>The demo is being loaded.</source>
        <translation>डेमो लोड हो रहा है।</translation>
    </message>
    <message>
        <source>Connect to a server or start one first.</source>
        <translation>पहले किसी सर्वर से कनेक्ट करें या उसे शुरू करें।</translation>
    </message>
    <message>
        <source>Select an instance in the tree.</source>
        <translation>ट्री में कोई इंस्टेंस चुनें।</translation>
    </message>
    <message>
        <source>This instance is saved as one to be read only.</source>
        <translation>यह इंस्टेंस केवल पढ़ने योग्य सहेजा गया है।</translation>
    </message>
    <message>
        <source>Load the demo</source>
        <translation>डेमो लोड करें</translation>
    </message>
    <message>
        <source>Load the demo into “%1”?</source>
        <translation>डेमो “%1” में लोड करें?</translation>
    </message>
    <message>
        <source>Makes the organization Acme (demo), with a production and a staging site. Each holds a shop and a magazine with some thousand rows, to look around in and to try things on. You can go on working meanwhile.</source>
        <translation>संगठन Acme (demo) बनाता है, जिसमें एक प्रोडक्शन और एक स्टेजिंग साइट होती है। हर साइट में कुछ हज़ार पंक्तियों वाली एक दुकान और एक पत्रिका होती है, देखने और आज़माने के लिए। इस बीच आप काम जारी रख सकते हैं।</translation>
    </message>
    <message>
        <source>&amp;Load the demo</source>
        <translation>डेमो लोड करें (&amp;L)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DemoInstance</name>
    <message>
        <source>This console was built without a server.</source>
        <translation>यह कंसोल सर्वर के बिना बनाया गया है।</translation>
    </message>
    <message>
        <source>The demo is open already.</source>
        <translation>डेमो पहले से खुला है।</translation>
    </message>
    <message>
        <source>A local instance is starting already.</source>
        <translation>एक स्थानीय इंस्टेंस पहले से शुरू हो रहा है।</translation>
    </message>
    <message>
        <source>The demo is being loaded.</source>
        <translation>डेमो लोड हो रहा है।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DemoTasks</name>
    <message>
        <source>Load the demo</source>
        <translation>डेमो लोड करें</translation>
    </message>
    <message>
        <source>The demo is there, as the organization Acme (demo).</source>
        <translation>डेमो संगठन Acme (demo) के रूप में तैयार है।</translation>
    </message>
    <message>
        <source>The instance was disconnected.</source>
        <translation>इंस्टेंस डिस्कनेक्ट हो गया।</translation>
    </message>
    <message>
        <source>What was made so far is called unfinished; loading again removes it first.</source>
        <translation>अब तक बनाई गई चीज़ों के नाम में &quot;unfinished&quot; है; फिर से लोड करने पर वे पहले हटा दी जाएँगी।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DomainsPage</name>
    <message>
        <source>Primary</source>
        <translation>प्राथमिक</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>होस्ट नाम</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>उपयोग</translation>
    </message>
    <message>
        <source>Asking for the domains…</source>
        <translation>डोमेन मँगाए जा रहे हैं…</translation>
    </message>
    <message>
        <source>The domains could not be loaded</source>
        <translation>डोमेन लोड नहीं हो सके</translation>
    </message>
    <message>
        <source>No domains yet</source>
        <translation>अभी कोई डोमेन नहीं</translation>
    </message>
    <message>
        <source>A domain is a host name that leads to this site.</source>
        <translation>डोमेन वह होस्ट नाम है जो इस साइट पर ले जाता है।</translation>
    </message>
    <message>
        <source>An owner of the organization can grant it.</source>
        <translation>यह अनुमति संगठन का कोई स्वामी दे सकता है।</translation>
    </message>
    <message>
        <source>&amp;Add a domain…</source>
        <translation>डोमेन जोड़ें (&amp;A)…</translation>
    </message>
    <message>
        <source>Make the domain &amp;primary</source>
        <translation>डोमेन को प्राथमिक बनाएँ (&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Remove the domain…</source>
        <translation>डोमेन निकालें (&amp;R)…</translation>
    </message>
    <message>
        <source>This is the primary domain already.</source>
        <translation>यह पहले से प्राथमिक डोमेन है।</translation>
    </message>
    <message>
        <source>Make another domain primary before removing this one.</source>
        <translation>इसे निकालने से पहले किसी दूसरे डोमेन को प्राथमिक बनाएँ।</translation>
    </message>
    <message>
        <source>A site keeps at least one domain. Add another one first.</source>
        <translation>साइट का कम से कम एक डोमेन रहता है। पहले कोई दूसरा जोड़ें।</translation>
    </message>
    <message numerus="yes">
        <source>%n domains</source>
        <translation>
            <numerusform>%n डोमेन</numerusform>
            <numerusform>%n डोमेन</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 निकालें?</translation>
    </message>
    <message>
        <source>Requests to this host name no longer reach the site. The name becomes free for other sites.</source>
        <translation>इस होस्ट नाम पर आए अनुरोध अब साइट तक नहीं पहुँचेंगे। यह नाम दूसरी साइटों के लिए उपलब्ध हो जाएगा।</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>निकालें (&amp;R)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EditDialog</name>
    <message>
        <source>Its address stays as it is, whatever it is called.</source>
        <translation>नाम बदलने पर भी इसका पता वही रहता है।</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>सहेजें (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>परिवेश (&amp;E)</translation>
    </message>
    <message>
        <source>A production site opens locked here, so that nothing is changed by mistake.</source>
        <translation>प्रोडक्शन साइट यहाँ लॉक होकर खुलती है, ताकि गलती से कुछ न बदले।</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>विवरण (&amp;D)</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>नाम लिखें।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EditModel</name>
    <message>
        <source>default</source>
        <translation>डिफ़ॉल्ट</translation>
    </message>
    <message>
        <source>Stored: %1</source>
        <translation>संग्रहित: %1</translation>
    </message>
    <message>
        <source>Select a cell.</source>
        <translation>कोई सेल चुनें।</translation>
    </message>
    <message>
        <source>The row is still being fetched.</source>
        <translation>पंक्ति अभी लाई जा रही है।</translation>
    </message>
    <message>
        <source>The row is marked for deletion. Undo that first.</source>
        <translation>पंक्ति हटाने के लिए चिह्नित है। पहले उसे पूर्ववत करें।</translation>
    </message>
    <message>
        <source>A primary key stays as it is. Add a row with the new key and delete this one.</source>
        <translation>प्राथमिक कुंजी बदली नहीं जा सकती। नई कुंजी वाली पंक्ति जोड़ें और इसे हटाएँ।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::EnvironmentBand</name>
    <message>
        <source>E&amp;xtend to 15 minutes</source>
        <translation>15 मिनट तक बढ़ाएँ (&amp;X)</translation>
    </message>
    <message>
        <source>Un&amp;lock for 15 minutes</source>
        <translation>15 मिनट के लिए अनलॉक करें (&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>अभी लॉक करें (&amp;K)</translation>
    </message>
    <message>
        <source>%1 · locked</source>
        <translation>%1 · लॉक</translation>
    </message>
    <message>
        <source>%1 · unlocked for %2</source>
        <translation>%1 · %2 के लिए अनलॉक</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FilterBar</name>
    <message>
        <source>%1 is NULL</source>
        <translation>%1 NULL है</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 खाली है</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>यह फ़िल्टर हटाएँ</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>फ़िल्टर %1 हटाएँ</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FilterDialog</name>
    <message>
        <source>&amp;No value (NULL)</source>
        <translation>कोई मान नहीं (NULL) (&amp;N)</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>पंक्तियाँ फ़िल्टर करें</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>फ़िल्टर करें (&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Column</source>
        <translation>स्तंभ (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Equals</source>
        <translation>बराबर (&amp;E)</translation>
    </message>
    <message>
        <source>Type a value, or tick that there is none.</source>
        <translation>कोई मान लिखें, या &quot;कोई मान नहीं&quot; पर निशान लगाएँ।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FormDialog</name>
    <message>
        <source>Working</source>
        <translation>काम चल रहा है</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InspectorDock</name>
    <message>
        <source>Cell</source>
        <translation>सेल</translation>
    </message>
    <message>
        <source>&amp;Inspect cell</source>
        <translation>सेल का निरीक्षण करें (&amp;I)</translation>
    </message>
    <message>
        <source>Open a datatable first.</source>
        <translation>पहले कोई डेटा तालिका खोलें।</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>लागू करें (&amp;A)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InstancePage</name>
    <message>
        <source>&amp;Try again</source>
        <translation>फिर कोशिश करें (&amp;T)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>फ़ोल्डर</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>उपयोग</translation>
    </message>
    <message>
        <source>Read-only: nothing can be changed there from this console.</source>
        <translation>केवल पढ़ने योग्य: इस कंसोल से वहाँ कुछ नहीं बदला जा सकता।</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>कॉपी करें: %1</translation>
    </message>
    <message>
        <source>&amp;Stop this instance</source>
        <translation>यह इंस्टेंस रोकें (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>डिस्कनेक्ट करें (&amp;D)</translation>
    </message>
    <message>
        <source>Its data stays in the folder. Changes nobody has sent yet stay in the console.</source>
        <translation>इसका डेटा फ़ोल्डर में बना रहेगा। जो बदलाव अभी भेजे नहीं गए हैं, वे कंसोल में बने रहेंगे।</translation>
    </message>
    <message>
        <source>Changes nobody has sent yet stay in the console.</source>
        <translation>जो बदलाव अभी भेजे नहीं गए हैं, वे कंसोल में बने रहेंगे।</translation>
    </message>
    <message>
        <source>&amp;Log of the server</source>
        <translation>सर्वर का लॉग (&amp;L)</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>आउटबॉक्स</translation>
    </message>
    <message>
        <source>No mail leaves this computer: each becomes a file in the outbox, for you to read.</source>
        <translation>इस कंप्यूटर से कोई मेल बाहर नहीं जाता: हर मेल आउटबॉक्स में एक फ़ाइल बन जाता है, जिसे आप पढ़ सकते हैं।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Instances</name>
    <message>
        <source>The folder&apos;s administrator has another password than the console keeps there.</source>
        <translation>फ़ोल्डर के व्यवस्थापक का पासवर्ड, कंसोल द्वारा वहाँ रखे गए पासवर्ड से अलग है।</translation>
    </message>
    <message>
        <source>Start tenantry-server on the folder and connect to it with your own account.</source>
        <translation>इस फ़ोल्डर पर tenantry-server शुरू करें और अपने खाते से कनेक्ट करें।</translation>
    </message>
    <message>
        <source>Local: %1</source>
        <translation>स्थानीय: %1</translation>
    </message>
    <message>
        <source>The start was cancelled.</source>
        <translation>शुरुआत रद्द कर दी गई।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::InstancesDialog</name>
    <message>
        <source>&amp;Connect</source>
        <translation>कनेक्ट करें (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>संपादित करें (&amp;E)…</translation>
    </message>
    <message>
        <source>D&amp;uplicate…</source>
        <translation>प्रतिलिपि बनाएँ (&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>निकालें (&amp;R)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>निर्यात करें (&amp;X)…</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>इंस्टेंस</translation>
    </message>
    <message>
        <source>Filter by name, group, address or account</source>
        <translation>नाम, समूह, पते या खाते से फ़िल्टर करें</translation>
    </message>
    <message>
        <source>Saved instances</source>
        <translation>सहेजे गए इंस्टेंस</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>नया (&amp;N)…</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (प्रतिलिपि)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>आयात करें (&amp;I)…</translation>
    </message>
    <message>
        <source>Select an instance in the list.</source>
        <translation>सूची में कोई इंस्टेंस चुनें।</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>अभी निर्यात करने के लिए कुछ नहीं है।</translation>
    </message>
    <message>
        <source>No instance is saved yet. Make one with New, or import a file from another console.</source>
        <translation>अभी कोई इंस्टेंस सहेजा नहीं गया है। “नया” से बनाएँ, या किसी दूसरे कंसोल की फ़ाइल आयात करें।</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>फ़िल्टर से कुछ मेल नहीं खाता।</translation>
    </message>
    <message>
        <source>Remove instance</source>
        <translation>इंस्टेंस निकालें</translation>
    </message>
    <message>
        <source>Remove “%1” from the list? The instance itself and its data stay as they are.</source>
        <translation>“%1” को सूची से निकालें? इंस्टेंस और उसका डेटा वैसे ही रहेंगे।</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>निकालें (&amp;R)</translation>
    </message>
    <message>
        <source>Export instances</source>
        <translation>इंस्टेंस निर्यात करें</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON फ़ाइलें (*.json)</translation>
    </message>
    <message>
        <source>Import instances</source>
        <translation>इंस्टेंस आयात करें</translation>
    </message>
    <message>
        <source>JSON files (*.json);;All files (*)</source>
        <translation>JSON फ़ाइलें (*.json);;सभी फ़ाइलें (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) exported, without passwords.</source>
        <translation>
            <numerusform>%n इंस्टेंस निर्यात हुआ, बिना पासवर्ड के।</numerusform>
            <numerusform>%n इंस्टेंस निर्यात हुए, बिना पासवर्ड के।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) imported.</source>
        <translation>
            <numerusform>%n इंस्टेंस आयात हुआ।</numerusform>
            <numerusform>%n इंस्टेंस आयात हुए।</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n प्रविष्टि</numerusform>
            <numerusform>%n प्रविष्टियाँ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n elements</source>
        <translation>
            <numerusform>%n तत्व</numerusform>
            <numerusform>%n तत्व</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मान</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::KeepDialog</name>
    <message>
        <source>Where shall passwords be kept?</source>
        <translation>पासवर्ड कहाँ रखे जाएँ?</translation>
    </message>
    <message>
        <source>%1 Choose another way; it can be changed in the preferences.</source>
        <translation>%1 कोई दूसरा तरीका चुनें; इसे प्राथमिकताओं में बदला जा सकता है।</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>जारी रखें (&amp;C)</translation>
    </message>
    <message>
        <source>In an &amp;encrypted file, opened with a passphrase of yours once a start</source>
        <translation>एन्क्रिप्टेड फ़ाइल में, जो हर शुरुआत पर एक बार आपके पासफ़्रेज़ से खुलती है (&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Nowhere: each password is typed when it is needed</source>
        <translation>कहीं नहीं: ज़रूरत पड़ने पर हर पासवर्ड लिखा जाएगा (&amp;N)</translation>
    </message>
    <message>
        <source>In the &amp;keychain: I have started it, try again</source>
        <translation>कीचेन में: मैंने उसे शुरू कर दिया है, फिर कोशिश करें (&amp;K)</translation>
    </message>
    <message>
        <source>Where passwords are kept</source>
        <translation>पासवर्ड रखने की जगह</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>इनमें से एक चुनें।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::KeychainStore</name>
    <message>
        <source>No keychain answers on this computer.</source>
        <translation>इस कंप्यूटर पर किसी कीचेन ने उत्तर नहीं दिया।</translation>
    </message>
    <message>
        <source>The keychain was not opened.</source>
        <translation>कीचेन को खोला नहीं गया।</translation>
    </message>
    <message>
        <source>The keychain failed: %1</source>
        <translation>कीचेन में त्रुटि हुई: %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LogPanel</name>
    <message>
        <source>Log of the server</source>
        <translation>सर्वर का लॉग</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>अभी तक कुछ लॉग नहीं हुआ।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MainToolBar</name>
    <message>
        <source>Toolbar</source>
        <translation>टूलबार</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>इंस्टेंस</translation>
    </message>
    <message>
        <source>Start an instance or connect to one.</source>
        <translation>कोई इंस्टेंस शुरू करें या किसी से कनेक्ट करें।</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>बनाएँ</translation>
    </message>
    <message>
        <source>Create an organization, a site or an app.</source>
        <translation>संगठन, साइट या ऐप बनाएँ।</translation>
    </message>
    <message>
        <source>Tool&amp;bar</source>
        <translation>टूलबार (&amp;B)</translation>
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
        <translation>इंस्टेंस</translation>
    </message>
    <message>
        <source>&amp;Instance</source>
        <translation>इंस्टेंस (&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>बनाएँ (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>दृश्य (&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>रूप (&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>सहायता (&amp;H)</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>पूरा किया जा रहा है…</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>पंक्तियाँ (&amp;R)</translation>
    </message>
    <message>
        <source>%1 — Tenantry</source>
        <translation>%1 — Tenantry</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>जाएँ (&amp;G)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MemberDialog</name>
    <message>
        <source>Edit the member %1</source>
        <translation>सदस्य %1 संपादित करें</translation>
    </message>
    <message>
        <source>What stands here counts in this organization.</source>
        <translation>यहाँ की जानकारी इस संगठन में लागू होती है।</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>सहेजें (&amp;S)</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>सदस्य जोड़ें</translation>
    </message>
    <message>
        <source>Somebody who has an account on this server joins the organization.</source>
        <translation>इस सर्वर पर जिसका खाता है, वह संगठन में शामिल होता है।</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>जोड़ें (&amp;A)</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>स्वामी</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>सदस्य</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>उपयोगकर्ता नाम (&amp;U)</translation>
    </message>
    <message>
        <source>Of an account that is there already.</source>
        <translation>पहले से मौजूद खाते का।</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>भूमिका (&amp;R)</translation>
    </message>
    <message>
        <source>Owners administer the organization, its members and all its sites.</source>
        <translation>स्वामी संगठन, उसके सदस्यों और उसकी सभी साइटों का प्रबंधन करते हैं।</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>पदनाम (&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>विभाग (&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>फ़ोन (&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Active</source>
        <translation>सक्रिय (&amp;A)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Who is not active has no rights here, and keeps the place.</source>
        <translation>जो सक्रिय नहीं है उसे यहाँ कोई अधिकार नहीं होता, पर वह सदस्य बना रहता है।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MembersPage</name>
    <message>
        <source>Active</source>
        <translation>सक्रिय</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>निष्क्रिय</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>उपयोगकर्ता नाम</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ईमेल</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>भूमिका</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>पदनाम</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>विभाग</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Asking for the members…</source>
        <translation>सदस्य मँगाए जा रहे हैं…</translation>
    </message>
    <message>
        <source>The members could not be loaded</source>
        <translation>सदस्य लोड नहीं हो सके</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>अभी कोई सदस्य नहीं</translation>
    </message>
    <message>
        <source>A member is an account of this server that works for the organization.</source>
        <translation>सदस्य इस सर्वर का वह खाता है जो संगठन के लिए काम करता है।</translation>
    </message>
    <message>
        <source>An owner of the organization can grant it.</source>
        <translation>यह अनुमति संगठन का कोई स्वामी दे सकता है।</translation>
    </message>
    <message>
        <source>&amp;Add a member…</source>
        <translation>सदस्य जोड़ें (&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit the member…</source>
        <translation>सदस्य संपादित करें (&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Remove the member…</source>
        <translation>सदस्य निकालें (&amp;R)…</translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n सदस्य</numerusform>
            <numerusform>%n सदस्य</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1 from the organization?</source>
        <translation>%1 को संगठन से निकालें?</translation>
    </message>
    <message>
        <source>The account stays, but loses every permission on the organization and its sites.</source>
        <translation>खाता बना रहेगा, लेकिन संगठन और उसकी साइटों पर उसकी सभी अनुमतियाँ समाप्त हो जाएँगी।</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>निकालें (&amp;R)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MessageLog</name>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>इंस्टेंस</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>संदेश</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>सूचना</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>चेतावनी</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>त्रुटि</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MessagePanel</name>
    <message>
        <source>Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>साफ़ करें</translation>
    </message>
    <message>
        <source>Messages, the newest last</source>
        <translation>संदेश, सबसे नया अंत में</translation>
    </message>
    <message>
        <source>What the console has to say is kept here. It has said nothing yet.</source>
        <translation>कंसोल जो कुछ बताता है वह यहाँ रखा जाता है। अभी तक उसने कुछ नहीं बताया।</translation>
    </message>
    <message>
        <source>Select a message to read all of it.</source>
        <translation>पूरा संदेश पढ़ने के लिए उसे चुनें।</translation>
    </message>
    <message>
        <source>Copy the text of the message.</source>
        <translation>संदेश का पाठ कॉपी करें।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Navigation</name>
    <message>
        <source>&amp;Back</source>
        <translation>पीछे (&amp;B)</translation>
    </message>
    <message>
        <source>There is nothing to go back to.</source>
        <translation>पीछे जाने के लिए कुछ नहीं है।</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>आगे (&amp;F)</translation>
    </message>
    <message>
        <source>There is nothing to go forward to.</source>
        <translation>आगे जाने के लिए कुछ नहीं है।</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>ऊपर (&amp;U)</translation>
    </message>
    <message>
        <source>There is nothing above.</source>
        <translation>ऊपर कुछ नहीं है।</translation>
    </message>
    <message>
        <source>&amp;Path</source>
        <translation>पथ (&amp;P)</translation>
    </message>
    <message>
        <source>Nothing is connected.</source>
        <translation>कुछ भी कनेक्ट नहीं है।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::NodeActions</name>
    <message>
        <source>Edit the organization %1</source>
        <translation>संगठन %1 संपादित करें</translation>
    </message>
    <message>
        <source>Edit the site %1</source>
        <translation>साइट %1 संपादित करें</translation>
    </message>
    <message>
        <source>Edit the app %1</source>
        <translation>ऐप %1 संपादित करें</translation>
    </message>
    <message>
        <source>Delete the organization %1?</source>
        <translation>संगठन %1 हटाएँ?</translation>
    </message>
    <message>
        <source>Delete the site %1?</source>
        <translation>साइट %1 हटाएँ?</translation>
    </message>
    <message>
        <source>Delete the app %1?</source>
        <translation>ऐप %1 हटाएँ?</translation>
    </message>
    <message>
        <source>Delete the datatable %1?</source>
        <translation>डेटा तालिका %1 हटाएँ?</translation>
    </message>
    <message>
        <source>Its members lose it. An organization that has sites is not deleted.</source>
        <translation>इसके सदस्य इसे खो देंगे। जिस संगठन में साइटें हैं वह नहीं हटाया जाता।</translation>
    </message>
    <message>
        <source>All its apps, datatables, rows and users go with it. Nothing brings them back.</source>
        <translation>इसके सभी ऐप, डेटा तालिकाएँ, पंक्तियाँ और उपयोगकर्ता भी हट जाएँगे। इन्हें वापस नहीं लाया जा सकता।</translation>
    </message>
    <message>
        <source>All its datatables and rows go with it. Nothing brings them back.</source>
        <translation>इसकी सभी डेटा तालिकाएँ और पंक्तियाँ भी हट जाएँगी। इन्हें वापस नहीं लाया जा सकता।</translation>
    </message>
    <message>
        <source>All its rows go with it. Nothing brings them back.</source>
        <translation>इसकी सभी पंक्तियाँ भी हट जाएँगी। इन्हें वापस नहीं लाया जा सकता।</translation>
    </message>
    <message>
        <source>This is a production site, and it is locked. Unlock it first (Ctrl+Shift+L).</source>
        <translation>यह प्रोडक्शन साइट है और लॉक है। पहले इसे अनलॉक करें (Ctrl+Shift+L)।</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>संपादित करें (&amp;E)…</translation>
    </message>
    <message>
        <source>D&amp;elete…</source>
        <translation>हटाएँ (&amp;L)…</translation>
    </message>
    <message>
        <source>A datatable keeps its name.</source>
        <translation>डेटा तालिका का नाम नहीं बदलता।</translation>
    </message>
    <message>
        <source>Select an organization, a site or an app in the tree.</source>
        <translation>ट्री में कोई संगठन, साइट या ऐप चुनें।</translation>
    </message>
    <message>
        <source>Select an organization, a site, an app or a datatable in the tree.</source>
        <translation>ट्री में कोई संगठन, साइट, ऐप या डेटा तालिका चुनें।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PaletteDialog</name>
    <message>
        <source>Go to anything</source>
        <translation>कहीं भी जाएँ</translation>
    </message>
    <message>
        <source>Type a part of what you want to open or do</source>
        <translation>जो खोलना या करना है उसका कोई भाग लिखें</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>जो मिला</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PassphraseDialog</name>
    <message>
        <source>I have &amp;forgotten it</source>
        <translation>पासफ़्रेज़ याद नहीं है (&amp;F)</translation>
    </message>
    <message>
        <source>Open the stored passwords</source>
        <translation>सहेजे गए पासवर्ड खोलें</translation>
    </message>
    <message>
        <source>They are in an encrypted file. Its passphrase is asked for once, until the console ends.</source>
        <translation>वे एक एन्क्रिप्टेड फ़ाइल में हैं। उसका पासफ़्रेज़ एक बार पूछा जाता है और कंसोल बंद होने तक मान्य रहता है।</translation>
    </message>
    <message>
        <source>A passphrase for your passwords</source>
        <translation>आपके पासवर्ड के लिए पासफ़्रेज़</translation>
    </message>
    <message>
        <source>They are kept in an encrypted file. Nobody can open it without the passphrase, you neither: there is no other way in.</source>
        <translation>वे एक एन्क्रिप्टेड फ़ाइल में रखे जाते हैं। पासफ़्रेज़ के बिना उसे कोई नहीं खोल सकता, आप भी नहीं: दूसरा कोई रास्ता नहीं है।</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>पासफ़्रेज़ (&amp;P)</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters. Several words are good.</source>
        <translation>
            <numerusform>कम से कम %n वर्ण। कई शब्द रखना अच्छा है।</numerusform>
            <numerusform>कम से कम %n वर्ण। कई शब्द रखना अच्छा है।</numerusform>
        </translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>वही फिर से (&amp;A)</translation>
    </message>
    <message>
        <source>Then the stored passwords are removed, and you begin anew with another passphrase.</source>
        <translation>तब सहेजे गए पासवर्ड हटा दिए जाएँगे और आप दूसरे पासफ़्रेज़ से नई शुरुआत करेंगे।</translation>
    </message>
    <message>
        <source>&amp;Encrypt and keep</source>
        <translation>एन्क्रिप्ट करें और रखें (&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>खोलें (&amp;O)</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>पासफ़्रेज़ लिखें।</translation>
    </message>
    <message numerus="yes">
        <source>Type at least %n characters.</source>
        <translation>
            <numerusform>कम से कम %n वर्ण लिखें।</numerusform>
            <numerusform>कम से कम %n वर्ण लिखें।</numerusform>
        </translation>
    </message>
    <message>
        <source>The two differ. Type the same passphrase again.</source>
        <translation>दोनों अलग-अलग हैं। वही पासफ़्रेज़ फिर से लिखें।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PathBar</name>
    <message>
        <source>Path</source>
        <translation>पथ</translation>
    </message>
    <message>
        <source>What is in %1</source>
        <translation>%1 में क्या है</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PathMenu</name>
    <message>
        <source>Loading…</source>
        <translation>लोड हो रहा है…</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the tree</source>
        <translation>
            <numerusform>ट्री में %n और</numerusform>
            <numerusform>ट्री में %n और</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PreferencesActions</name>
    <message>
        <source>&amp;Preferences…</source>
        <translation>प्राथमिकताएँ (&amp;P)…</translation>
    </message>
    <message>
        <source>Appearance as the &amp;system</source>
        <translation>सिस्टम जैसा रूप (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light appearance</source>
        <translation>हल्का रूप (&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark appearance</source>
        <translation>गहरा रूप (&amp;D)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PreferencesDialog</name>
    <message>
        <source>O&amp;pen the tabs of last time at the start</source>
        <translation>शुरू होने पर पिछली बार के टैब खोलें (&amp;P)</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>प्राथमिकताएँ</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>सिस्टम के अनुसार</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>हल्का</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>गहरा</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>रूप (&amp;A):</translation>
    </message>
    <message>
        <source>&amp;Text size:</source>
        <translation>पाठ का आकार (&amp;T):</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>भाषा (&amp;L):</translation>
    </message>
    <message>
        <source>Another language is used from the next start on.</source>
        <translation>दूसरी भाषा अगली शुरुआत से लागू होगी।</translation>
    </message>
    <message>
        <source>In the keychain, or ask when there is none</source>
        <translation>कीचेन में, या उसके न होने पर पूछें</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>कीचेन में</translation>
    </message>
    <message>
        <source>In an encrypted file, opened with a passphrase</source>
        <translation>एन्क्रिप्टेड फ़ाइल में, जो पासफ़्रेज़ से खुलती है</translation>
    </message>
    <message>
        <source>Nowhere: ask each time</source>
        <translation>कहीं नहीं: हर बार पूछें</translation>
    </message>
    <message>
        <source>They are shown, and nothing is asked of a server until you load them.</source>
        <translation>टैब दिखाए जाते हैं, और जब तक आप उन्हें लोड न करें, सर्वर से कुछ नहीं पूछा जाता।</translation>
    </message>
    <message>
        <source>&amp;Keep passwords:</source>
        <translation>पासवर्ड रखें (&amp;K):</translation>
    </message>
    <message>
        <source>Passwords that are kept already stay where they are.</source>
        <translation>पहले से रखे गए पासवर्ड जहाँ हैं वहीं रहेंगे।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PreviewDialog</name>
    <message numerus="yes">
        <source>+ Create %n rows</source>
        <translation>
            <numerusform>+ %n पंक्ति बनाएँ</numerusform>
            <numerusform>+ %n पंक्तियाँ बनाएँ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>~ Change %n rows</source>
        <translation>
            <numerusform>~ %n पंक्ति बदलें</numerusform>
            <numerusform>~ %n पंक्तियाँ बदलें</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>- Delete %n rows</source>
        <translation>
            <numerusform>- %n पंक्ति हटाएँ</numerusform>
            <numerusform>- %n पंक्तियाँ हटाएँ</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview of the commit</source>
        <translation>कमिट का पूर्वावलोकन</translation>
    </message>
    <message numerus="yes">
        <source>A commit will send these %n requests in this order.</source>
        <translation>
            <numerusform>कमिट करने पर यह %n अनुरोध भेजा जाएगा।</numerusform>
            <numerusform>कमिट करने पर ये %n अनुरोध इसी क्रम में भेजे जाएँगे।</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>अनुरोध</translation>
    </message>
    <message>
        <source>The selected request</source>
        <translation>चुना गया अनुरोध</translation>
    </message>
    <message>
        <source>&amp;Copy as curl</source>
        <translation>curl के रूप में कॉपी करें (&amp;C)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ProfileDialog</name>
    <message>
        <source>Read-only: nothing can be changed there from this console</source>
        <translation>केवल पढ़ने योग्य: इस कंसोल से वहाँ कुछ नहीं बदला जा सकता</translation>
    </message>
    <message>
        <source>Save it without this test</source>
        <translation>इस जाँच के बिना सहेजें</translation>
    </message>
    <message>
        <source>New instance</source>
        <translation>नया इंस्टेंस</translation>
    </message>
    <message>
        <source>Edit instance</source>
        <translation>इंस्टेंस संपादित करें</translation>
    </message>
    <message>
        <source>A server&apos;s address is tried before it is saved.</source>
        <translation>सहेजने से पहले सर्वर का पता आज़माया जाता है।</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>सहेजें (&amp;S)</translation>
    </message>
    <message>
        <source>A server</source>
        <translation>सर्वर</translation>
    </message>
    <message>
        <source>A folder on this computer</source>
        <translation>इस कंप्यूटर का फ़ोल्डर</translation>
    </message>
    <message>
        <source>&amp;What is it?</source>
        <translation>यह क्या है? (&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Address or folder</source>
        <translation>पता या फ़ोल्डर (&amp;A)</translation>
    </message>
    <message>
        <source>&amp;E-mail of your account</source>
        <translation>आपके खाते का ईमेल (&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>समूह (&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>रंग (&amp;C)</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>फ़ोल्डर चुनें</translation>
    </message>
    <message>
        <source>Type a name for it.</source>
        <translation>इसके लिए नाम लिखें।</translation>
    </message>
    <message>
        <source>Type or choose a folder, from the root on.</source>
        <translation>फ़ोल्डर का पूरा पथ लिखें या फ़ोल्डर चुनें।</translation>
    </message>
    <message>
        <source>Your password would travel unencrypted. Use https:// for this server.</source>
        <translation>आपका पासवर्ड बिना एन्क्रिप्शन के भेजा जाएगा। इस सर्वर के लिए https:// का उपयोग करें।</translation>
    </message>
    <message>
        <source>Something answers there, but it is no server of Tenantry.</source>
        <translation>वहाँ से उत्तर मिलता है, लेकिन वह Tenantry सर्वर नहीं है।</translation>
    </message>
    <message>
        <source>Folder of the local instance</source>
        <translation>स्थानीय इंस्टेंस का फ़ोल्डर</translation>
    </message>
    <message>
        <source>The password is asked for when you connect, and can be remembered then.</source>
        <translation>पासवर्ड कनेक्ट करते समय पूछा जाता है, और तब उसे याद रखा जा सकता है।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ProfileStore</name>
    <message>
        <source>Colour: %1</source>
        <translation>रंग: %1</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>केवल पढ़ने योग्य</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>समूह</translation>
    </message>
    <message>
        <source>Address or folder</source>
        <translation>पता या फ़ोल्डर</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>उपयोग</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>लाल</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>नारंगी</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>हरा</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>नीला</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>बैंगनी</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>धूसर</translation>
    </message>
    <message>
        <source>None</source>
        <translation>कोई नहीं</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RequestModel</name>
    <message>
        <source>No answer</source>
        <translation>कोई उत्तर नहीं</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>मेथड</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>पथ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>अवधि</translation>
    </message>
    <message>
        <source>Correlation ID</source>
        <translation>सहसंबंध ID</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RequestPanel</name>
    <message>
        <source>Copy as curl</source>
        <translation>curl के रूप में कॉपी करें</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>साफ़ करें</translation>
    </message>
    <message>
        <source>Requests, the newest last</source>
        <translation>अनुरोध, सबसे नया अंत में</translation>
    </message>
    <message>
        <source>Every call the console makes is listed here. None was made yet.</source>
        <translation>कंसोल की हर कॉल यहाँ सूचीबद्ध होती है। अभी तक कोई नहीं हुई।</translation>
    </message>
    <message>
        <source>Select a request to copy it.</source>
        <translation>कॉपी करने के लिए कोई अनुरोध चुनें।</translation>
    </message>
    <message>
        <source>What was sent is a secret or too large to be kept.</source>
        <translation>जो भेजा गया वह गोपनीय है या रखने के लिए बहुत बड़ा है।</translation>
    </message>
    <message>
        <source>Copy the request as a curl command, without the token.</source>
        <translation>अनुरोध को curl कमांड के रूप में कॉपी करें, टोकन के बिना।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RestoredPage</name>
    <message>
        <source>%1 is not loaded yet</source>
        <translation>%1 अभी लोड नहीं हुआ है</translation>
    </message>
    <message>
        <source>&amp;Load</source>
        <translation>लोड करें (&amp;L)</translation>
    </message>
    <message>
        <source>%1 is not loaded</source>
        <translation>%1 लोड नहीं है</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 खोला जा रहा है…</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 खोला नहीं जा सका</translation>
    </message>
    <message>
        <source>It was open before. Nothing was asked of the server since.</source>
        <translation>यह पहले खुला था। तब से सर्वर से कुछ नहीं पूछा गया।</translation>
    </message>
    <message>
        <source>It was open before. Connect to %1 to load it.</source>
        <translation>यह पहले खुला था। इसे लोड करने के लिए %1 से कनेक्ट करें।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RoomActions</name>
    <message>
        <source>&amp;Add to the list…</source>
        <translation>सूची में जोड़ें (&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit in the list…</source>
        <translation>सूची में संपादित करें (&amp;E)…</translation>
    </message>
    <message>
        <source>Make primary, or &amp;deactivate</source>
        <translation>प्राथमिक बनाएँ या निष्क्रिय करें (&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Remove from the list…</source>
        <translation>सूची से निकालें (&amp;R)…</translation>
    </message>
    <message>
        <source>Open users, domains or members from the tree first.</source>
        <translation>पहले ट्री से उपयोगकर्ता, डोमेन या सदस्य खोलें।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RoomHeader</name>
    <message>
        <source>Search</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>%1 में खोजें</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RoomPage</name>
    <message>
        <source>&amp;Retry</source>
        <translation>फिर कोशिश करें (&amp;R)</translation>
    </message>
    <message>
        <source>There is nothing of the kind in %1.</source>
        <translation>%1 में ऐसा कुछ नहीं है।</translation>
    </message>
    <message>
        <source>This instance is saved as read-only. Change that in the list of saved instances.</source>
        <translation>यह इंस्टेंस केवल पढ़ने योग्य सहेजा गया है। इसे सहेजे गए इंस्टेंस की सूची में बदलें।</translation>
    </message>
    <message>
        <source>This takes the permission &quot;%1&quot;. %2</source>
        <translation>इसके लिए &quot;%1&quot; अनुमति चाहिए। %2</translation>
    </message>
    <message>
        <source>Select a row first.</source>
        <translation>पहले कोई पंक्ति चुनें।</translation>
    </message>
    <message>
        <source>Nobody and nothing found</source>
        <translation>कुछ नहीं मिला</translation>
    </message>
    <message>
        <source>Nothing here holds &quot;%1&quot;.</source>
        <translation>यहाँ किसी में भी &quot;%1&quot; नहीं है।</translation>
    </message>
    <message>
        <source>This is a production site, and it is locked. Unlock it first (Ctrl+Shift+L).</source>
        <translation>यह प्रोडक्शन साइट है और लॉक है। पहले इसे अनलॉक करें (Ctrl+Shift+L)।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SecretFile</name>
    <message>
        <source>This is not the passphrase of the stored passwords.</source>
        <translation>यह सहेजे गए पासवर्ड का पासफ़्रेज़ नहीं है।</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, is damaged. Bring it back from a backup, or begin a new one.</source>
        <translation>सहेजे गए पासवर्ड की फ़ाइल %1 क्षतिग्रस्त है। उसे बैकअप से वापस लाएँ या नई फ़ाइल शुरू करें।</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, cannot be read.</source>
        <translation>सहेजे गए पासवर्ड की फ़ाइल %1 पढ़ी नहीं जा सकी।</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, cannot be written. Check the folder and the room on the disk.</source>
        <translation>सहेजे गए पासवर्ड की फ़ाइल %1 लिखी नहीं जा सकी। फ़ोल्डर और डिस्क पर खाली जगह जाँचें।</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, cannot be locked. Check the folder, and whether another console hangs.</source>
        <translation>सहेजे गए पासवर्ड की फ़ाइल %1 लॉक नहीं की जा सकी। फ़ोल्डर जाँचें, और यह भी कि कोई दूसरा कंसोल अटका तो नहीं है।</translation>
    </message>
    <message>
        <source>The stored passwords are locked.</source>
        <translation>सहेजे गए पासवर्ड लॉक हैं।</translation>
    </message>
    <message>
        <source>The file of stored passwords, %1, cannot be removed.</source>
        <translation>सहेजे गए पासवर्ड की फ़ाइल %1 हटाई नहीं जा सकी।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ServerLogin</name>
    <message>
        <source>Signing in to %1…</source>
        <translation>%1 पर साइन इन हो रहा है…</translation>
    </message>
    <message>
        <source>The stored password was not accepted.</source>
        <translation>सहेजा गया पासवर्ड स्वीकार नहीं हुआ।</translation>
    </message>
    <message>
        <source>Type the one that is right now.</source>
        <translation>वह पासवर्ड लिखें जो अभी सही है।</translation>
    </message>
    <message>
        <source>The password is not kept: %1</source>
        <translation>पासवर्ड रखा नहीं गया: %1</translation>
    </message>
    <message>
        <source>The password is not kept. It will be asked for again.</source>
        <translation>पासवर्ड रखा नहीं गया। वह फिर पूछा जाएगा।</translation>
    </message>
    <message>
        <source>The stored password could not be removed: %1</source>
        <translation>सहेजा गया पासवर्ड हटाया नहीं जा सका: %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>कीबोर्ड शॉर्टकट</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>क्रिया</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
    <message>
        <source>Search by action or key</source>
        <translation>क्रिया या कुंजी से खोजें</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>शॉर्टकट खोजें</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>शॉर्टकट</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SiteActions</name>
    <message>
        <source>Un&amp;lock for 15 minutes</source>
        <translation>15 मिनट के लिए अनलॉक करें (&amp;L)</translation>
    </message>
    <message>
        <source>Select a site, or open something of one.</source>
        <translation>कोई साइट चुनें, या उसमें से कुछ खोलें।</translation>
    </message>
    <message>
        <source>Only production sites are locked.</source>
        <translation>केवल प्रोडक्शन साइटें लॉक होती हैं।</translation>
    </message>
    <message>
        <source>E&amp;xtend to 15 minutes</source>
        <translation>15 मिनट तक बढ़ाएँ (&amp;X)</translation>
    </message>
    <message>
        <source>The site is not unlocked.</source>
        <translation>साइट अनलॉक नहीं है।</translation>
    </message>
    <message>
        <source>&amp;Lock now</source>
        <translation>अभी लॉक करें (&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Lock %1 now</source>
        <translation>%1 को अभी लॉक करें (&amp;L)</translation>
    </message>
    <message>
        <source>Un&amp;lock %1 for 15 minutes</source>
        <translation>%1 को 15 मिनट के लिए अनलॉक करें (&amp;L)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StatePage</name>
    <message>
        <source>Loading</source>
        <translation>लोड हो रहा है</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>फिर कोशिश करें (&amp;R)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::StatusLine</name>
    <message>
        <source>Address of the server</source>
        <translation>सर्वर का पता</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Show the tasks.</source>
        <translation>कार्य दिखाएँ।</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>कॉपी हुआ: %1</translation>
    </message>
    <message>
        <source>%1: %2
A click copies it.</source>
        <translation>%1: %2
क्लिक करने पर यह कॉपी होता है।</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>कनेक्ट नहीं है</translation>
    </message>
    <message>
        <source>Connect to a server, or start a local instance.</source>
        <translation>किसी सर्वर से कनेक्ट करें या स्थानीय इंस्टेंस शुरू करें।</translation>
    </message>
    <message>
        <source>%1
A click asks the server now.</source>
        <translation>%1
क्लिक करने पर सर्वर से अभी पूछा जाता है।</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>संस्करण %1</translation>
    </message>
    <message>
        <source>Version of the server.
A click copies it.</source>
        <translation>सर्वर का संस्करण।
क्लिक करने पर यह कॉपी होता है।</translation>
    </message>
    <message>
        <source>%1
A click shows all messages.</source>
        <translation>%1
क्लिक करने पर सभी संदेश दिखते हैं।</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks running</source>
        <translation>
            <numerusform>%n कार्य चल रहा है</numerusform>
            <numerusform>%n कार्य चल रहे हैं</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TabActions</name>
    <message>
        <source>Select a datatable in the tree.</source>
        <translation>ट्री में कोई डेटा तालिका चुनें।</translation>
    </message>
    <message>
        <source>No tab is open.</source>
        <translation>कोई टैब खुला नहीं है।</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>खोलें (&amp;O)</translation>
    </message>
    <message>
        <source>Open as pre&amp;view</source>
        <translation>पूर्वावलोकन में खोलें (&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Keep this tab</source>
        <translation>यह टैब रखें (&amp;K)</translation>
    </message>
    <message>
        <source>This tab is no preview; it stays.</source>
        <translation>यह टैब पूर्वावलोकन नहीं है; यह बना रहेगा।</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>टैब बंद करें (&amp;C)</translation>
    </message>
    <message>
        <source>Open the closed tab &amp;again</source>
        <translation>बंद किया गया टैब फिर से खोलें (&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>अगला टैब (&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>पिछला टैब (&amp;P)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TabArea</name>
    <message>
        <source>%1 (%2 changed)</source>
        <translation>%1 (%2 बदले)</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TabKeeper</name>
    <message>
        <source>No tab was closed.</source>
        <translation>कोई टैब बंद नहीं किया गया।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TabStrip</name>
    <message>
        <source>Open tabs</source>
        <translation>खुले टैब</translation>
    </message>
    <message>
        <source>%1, preview</source>
        <translation>%1, पूर्वावलोकन</translation>
    </message>
    <message>
        <source>%1
A preview: the next one takes its place. Double-click to keep it.</source>
        <translation>%1
पूर्वावलोकन: अगला इसकी जगह ले लेगा। इसे रखने के लिए डबल-क्लिक करें।</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 बंद करें</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TableEditor</name>
    <message numerus="yes">
        <source>%n changes of an earlier session are back; nothing was sent.</source>
        <translation>
            <numerusform>पिछले सत्र का %n बदलाव वापस आ गया है; कुछ नहीं भेजा गया।</numerusform>
            <numerusform>पिछले सत्र के %n बदलाव वापस आ गए हैं; कुछ नहीं भेजा गया।</numerusform>
        </translation>
    </message>
    <message>
        <source>This instance is saved as read-only.</source>
        <translation>यह इंस्टेंस केवल पढ़ने योग्य सहेजा गया है।</translation>
    </message>
    <message>
        <source>%1 is a production site and locked. Unlock it to edit (Ctrl+Shift+L).</source>
        <translation>%1 प्रोडक्शन साइट है और लॉक है। संपादन के लिए इसे अनलॉक करें (Ctrl+Shift+L)।</translation>
    </message>
    <message>
        <source>This table has no primary key, so its rows cannot be told apart.</source>
        <translation>इस तालिका में प्राथमिक कुंजी नहीं है, इसलिए इसकी पंक्तियाँ अलग-अलग नहीं पहचानी जा सकतीं।</translation>
    </message>
    <message>
        <source>The changes are being committed.</source>
        <translation>बदलाव कमिट हो रहे हैं।</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>पूर्ववत करने के लिए कुछ नहीं है।</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>फिर से करने के लिए कुछ नहीं है।</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>कुछ नहीं बदला गया है।</translation>
    </message>
    <message numerus="yes">
        <source>%n cells hold a text that is no value. They have a red frame.</source>
        <translation>
            <numerusform>%n सेल का पाठ मान्य मान नहीं है। वह लाल घेरे में है।</numerusform>
            <numerusform>%n सेलों का पाठ मान्य मान नहीं है। वे लाल घेरे में हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a changed row.</source>
        <translation>कोई बदली गई पंक्ति चुनें।</translation>
    </message>
    <message>
        <source>Set NULL</source>
        <translation>NULL करें</translation>
    </message>
    <message numerus="yes">
        <source>%1 Nothing is lost: %n changes are still pending.</source>
        <translation>
            <numerusform>%1 कुछ खोया नहीं है: %n बदलाव अभी बाकी है।</numerusform>
            <numerusform>%1 कुछ खोया नहीं है: %n बदलाव अभी बाकी हैं।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n rows; each says why.</source>
        <translation>
            <numerusform>सर्वर ने %n पंक्ति अस्वीकार की; कारण उसी पर दिया है।</numerusform>
            <numerusform>सर्वर ने %n पंक्तियाँ अस्वीकार कीं; कारण हर पंक्ति पर दिया है।</numerusform>
        </translation>
    </message>
    <message>
        <source>This table shows rows of another app. They can be changed there.</source>
        <translation>यह तालिका किसी दूसरे ऐप की पंक्तियाँ दिखाती है। उन्हें वहीं बदला जा सकता है।</translation>
    </message>
    <message>
        <source>The platform keeps the rows of this table. They cannot be changed here.</source>
        <translation>इस तालिका की पंक्तियाँ प्लेटफ़ॉर्म रखता है। उन्हें यहाँ नहीं बदला जा सकता।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Task</name>
    <message>
        <source>Beginning…</source>
        <translation>शुरू हो रहा है…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>रद्द हो रहा है…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TaskList</name>
    <message>
        <source>Running</source>
        <translation>चल रहा है</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>रद्द हो रहा है</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>पूरा हुआ</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>रद्द हुआ</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>विफल हुआ</translation>
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
        <translation>कार्य</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>प्रगति</translation>
    </message>
    <message>
        <source>What goes on</source>
        <translation>गतिविधि</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>शुरू हुआ</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>अवधि</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TaskPanel</name>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>परिणाम दिखाएँ</translation>
    </message>
    <message>
        <source>Clear ended ones</source>
        <translation>समाप्त कार्य हटाएँ</translation>
    </message>
    <message>
        <source>Tasks, the newest last</source>
        <translation>कार्य, सबसे नया अंत में</translation>
    </message>
    <message>
        <source>Log of the chosen task</source>
        <translation>चुने गए कार्य का लॉग</translation>
    </message>
    <message>
        <source>What takes a while is listed here, with its progress and a way to cancel it. Nothing has begun yet.</source>
        <translation>जिसमें थोड़ा समय लगता है वह यहाँ सूचीबद्ध होता है, अपनी प्रगति और रद्द करने की सुविधा के साथ। अभी तक कुछ शुरू नहीं हुआ।</translation>
    </message>
    <message>
        <source>Select a task to see its log.</source>
        <translation>किसी कार्य का लॉग देखने के लिए उसे चुनें।</translation>
    </message>
    <message>
        <source>End the chosen task.</source>
        <translation>चुना गया कार्य समाप्त करें।</translation>
    </message>
    <message>
        <source>Go to what the chosen task has made.</source>
        <translation>चुने गए कार्य ने जो बनाया है उस पर जाएँ।</translation>
    </message>
    <message>
        <source>The chosen task has nothing to show.</source>
        <translation>चुने गए कार्य में दिखाने के लिए कुछ नहीं है।</translation>
    </message>
    <message>
        <source>Take what has ended off the list.</source>
        <translation>जो समाप्त हो चुका है उसे सूची से हटाएँ।</translation>
    </message>
    <message>
        <source>No task has ended.</source>
        <translation>कोई कार्य समाप्त नहीं हुआ है।</translation>
    </message>
    <message>
        <source>Select a task to cancel it.</source>
        <translation>किसी कार्य को रद्द करने के लिए उसे चुनें।</translation>
    </message>
    <message>
        <source>It is being cancelled.</source>
        <translation>इसे रद्द किया जा रहा है।</translation>
    </message>
    <message>
        <source>This task cannot be cancelled.</source>
        <translation>यह कार्य रद्द नहीं किया जा सकता।</translation>
    </message>
    <message>
        <source>This task has ended.</source>
        <translation>यह कार्य समाप्त हो चुका है।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TreeModel</name>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n तालिका</numerusform>
            <numerusform>%n तालिकाएँ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Double-click to try again.</source>
        <translation>%1
फिर कोशिश करने के लिए डबल-क्लिक करें।</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>लोड हो रहा है…</translation>
    </message>
    <message>
        <source>%1 Retry?</source>
        <translation>%1 फिर कोशिश करें?</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TreePanel</name>
    <message>
        <source>Filter of the tree</source>
        <translation>ट्री का फ़िल्टर</translation>
    </message>
    <message>
        <source>Instances, organizations, sites, apps and datatables</source>
        <translation>इंस्टेंस, संगठन, साइटें, ऐप और डेटा तालिकाएँ</translation>
    </message>
    <message>
        <source>Filter; Enter asks the server</source>
        <translation>फ़िल्टर; Enter से सर्वर पर खोजें</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>सर्वर से पूछा जा रहा है…</translation>
    </message>
    <message>
        <source>No name here or on the server has this.</source>
        <translation>यहाँ या सर्वर पर किसी नाम में यह नहीं है।</translation>
    </message>
    <message numerus="yes">
        <source>%n found.</source>
        <translation>
            <numerusform>%n मिला।</numerusform>
            <numerusform>%n मिले।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apps and datatables were looked for in the first %n sites only. Select a site to search in it.</source>
        <translation>
            <numerusform>ऐप और डेटा तालिकाएँ केवल पहली %n साइट में खोजी गईं। किसी साइट में खोजने के लिए उसे चुनें।</numerusform>
            <numerusform>ऐप और डेटा तालिकाएँ केवल पहली %n साइटों में खोजी गईं। किसी साइट में खोजने के लिए उसे चुनें।</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::UserDialog</name>
    <message>
        <source>Member of the &amp;staff</source>
        <translation>स्टाफ़ का सदस्य (&amp;T)</translation>
    </message>
    <message>
        <source>Edit the user %1</source>
        <translation>उपयोगकर्ता %1 संपादित करें</translation>
    </message>
    <message>
        <source>What is left as it is stays as it is.</source>
        <translation>जो नहीं बदला जाएगा वह वैसा ही रहेगा।</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>सहेजें (&amp;S)</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>नया उपयोगकर्ता</translation>
    </message>
    <message>
        <source>A user signs in to this site and its apps, and to no other site.</source>
        <translation>उपयोगकर्ता इस साइट और इसके ऐप में साइन इन करता है, किसी और साइट में नहीं।</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>बनाएँ (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>उपयोगकर्ता नाम (&amp;U)</translation>
    </message>
    <message>
        <source>Letters, digits and @ . + - _</source>
        <translation>अक्षर, अंक और @ . + - _</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>ईमेल (&amp;E)</translation>
    </message>
    <message>
        <source>&amp;First name</source>
        <translation>पहला नाम (&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation>उपनाम (&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>पासवर्ड (&amp;P)</translation>
    </message>
    <message>
        <source>Only to set a new one; it ends what the user was signed in to.</source>
        <translation>केवल नया पासवर्ड रखने के लिए; इससे उपयोगकर्ता के मौजूदा साइन-इन समाप्त हो जाते हैं।</translation>
    </message>
    <message>
        <source>Without one, nobody signs in with a password.</source>
        <translation>पासवर्ड न हो तो कोई पासवर्ड से साइन इन नहीं कर सकता।</translation>
    </message>
    <message>
        <source>Password &amp;again</source>
        <translation>पासवर्ड फिर से (&amp;A)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>The staff may use the site&apos;s administration.</source>
        <translation>स्टाफ़ साइट के प्रशासन का उपयोग कर सकता है।</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>दोनों पासवर्ड अलग-अलग हैं।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::UsersPage</name>
    <message>
        <source>Superuser</source>
        <translation>सुपरयूज़र</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>स्टाफ़</translation>
    </message>
    <message>
        <source>User</source>
        <translation>उपयोगकर्ता</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>निष्क्रिय</translation>
    </message>
    <message>
        <source>Active, follows the platform</source>
        <translation>सक्रिय, प्लेटफ़ॉर्म से जुड़ा</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>सक्रिय</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>कभी नहीं</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>उपयोगकर्ता नाम</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ईमेल</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>पिछला साइन-इन</translation>
    </message>
    <message>
        <source>Asking for the users…</source>
        <translation>उपयोगकर्ता मँगाए जा रहे हैं…</translation>
    </message>
    <message>
        <source>The users could not be loaded</source>
        <translation>उपयोगकर्ता लोड नहीं हो सके</translation>
    </message>
    <message>
        <source>No users yet</source>
        <translation>अभी कोई उपयोगकर्ता नहीं</translation>
    </message>
    <message>
        <source>A user signs in to this site and its apps, and to no other site.</source>
        <translation>उपयोगकर्ता इस साइट और इसके ऐप में साइन इन करता है, किसी और साइट में नहीं।</translation>
    </message>
    <message>
        <source>An administrator of the site can grant it.</source>
        <translation>यह अनुमति साइट का कोई व्यवस्थापक दे सकता है।</translation>
    </message>
    <message>
        <source>&amp;New user…</source>
        <translation>नया उपयोगकर्ता (&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Edit the user…</source>
        <translation>उपयोगकर्ता संपादित करें (&amp;E)…</translation>
    </message>
    <message>
        <source>A&amp;ctivate the user</source>
        <translation>उपयोगकर्ता सक्रिय करें (&amp;C)</translation>
    </message>
    <message>
        <source>Dea&amp;ctivate the user</source>
        <translation>उपयोगकर्ता निष्क्रिय करें (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete the user…</source>
        <translation>उपयोगकर्ता हटाएँ (&amp;D)…</translation>
    </message>
    <message>
        <source>This user follows an account of the platform, and is changed there.</source>
        <translation>यह उपयोगकर्ता प्लेटफ़ॉर्म के एक खाते से जुड़ा है और वहीं बदला जाता है।</translation>
    </message>
    <message numerus="yes">
        <source>%n users</source>
        <translation>
            <numerusform>%n उपयोगकर्ता</numerusform>
            <numerusform>%n उपयोगकर्ता</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the user %1?</source>
        <translation>उपयोगकर्ता %1 हटाएँ?</translation>
    </message>
    <message>
        <source>Nobody signs in as this user any more. The user name and the e-mail address stay taken.</source>
        <translation>इस उपयोगकर्ता के रूप में अब कोई साइन इन नहीं कर सकेगा। उपयोगकर्ता नाम और ईमेल पता किसी और को नहीं मिलेंगे।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::WelcomePage</name>
    <message>
        <source>Welcome to Tenantry</source>
        <translation>Tenantry में आपका स्वागत है</translation>
    </message>
    <message>
        <source>Nothing open yet</source>
        <translation>अभी कुछ खुला नहीं है</translation>
    </message>
    <message>
        <source>Open a datatable from the tree: a double click, or Enter on the selected one.</source>
        <translation>ट्री से कोई डेटा तालिका खोलें: डबल-क्लिक करें, या चुनी हुई तालिका पर Enter दबाएँ।</translation>
    </message>
    <message>
        <source>Starting the local instance in %1…</source>
        <translation>%1 में स्थानीय इंस्टेंस शुरू हो रहा है…</translation>
    </message>
    <message>
        <source>The local instance did not start</source>
        <translation>स्थानीय इंस्टेंस शुरू नहीं हुआ</translation>
    </message>
    <message>
        <source>Organizations, their sites and the data in them, in one window. Begin with an instance of your own in a folder on this computer, sign in to a server, or look around in a demo first.</source>
        <translation>संगठन, उनकी साइटें और उनका डेटा, एक ही विंडो में। इस कंप्यूटर के किसी फ़ोल्डर में अपना इंस्टेंस शुरू करें, किसी सर्वर पर साइन इन करें, या पहले डेमो देखें।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::WindowActions</name>
    <message>
        <source>&amp;Go to anything…</source>
        <translation>कहीं भी जाएँ (&amp;G)…</translation>
    </message>
    <message>
        <source>Go to an o&amp;bject…</source>
        <translation>ऑब्जेक्ट पर जाएँ (&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>कीबोर्ड शॉर्टकट (&amp;K)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>बड़ा करें (&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>छोटा करें (&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>सामान्य आकार (&amp;U)</translation>
    </message>
    <message>
        <source>Full &amp;screen</source>
        <translation>पूर्ण स्क्रीन (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>बाहर निकलें (&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;About Tenantry</source>
        <translation>Tenantry के बारे में (&amp;A)</translation>
    </message>
    <message>
        <source>About Tenantry</source>
        <translation>Tenantry के बारे में</translation>
    </message>
    <message>
        <source>Tenantry %1

Backends for many tenants: free software under the GNU General Public License, version 3 or later.</source>
        <translation>Tenantry %1

अनेक टेनेंट के लिए बैकएंड: GNU जनरल पब्लिक लाइसेंस, संस्करण 3 या उसके बाद के तहत मुक्त सॉफ़्टवेयर।</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Workspace</name>
    <message>
        <source>The console&apos;s workspace cannot be opened: %1. Saved instances and unsaved changes are not remembered.</source>
        <translation>कंसोल का कार्यक्षेत्र खोला नहीं जा सका: %1. सहेजे गए इंस्टेंस और बिना सहेजे बदलाव याद नहीं रखे जाएँगे।</translation>
    </message>
    <message>
        <source>The console&apos;s workspace cannot be used: %1. Saved instances and unsaved changes are not remembered.</source>
        <translation>कंसोल के कार्यक्षेत्र का उपयोग नहीं किया जा सका: %1. सहेजे गए इंस्टेंस और बिना सहेजे बदलाव याद नहीं रखे जाएँगे।</translation>
    </message>
    <message>
        <source>The console&apos;s workspace was made by a newer version of Tenantry. Saved instances and unsaved changes are not remembered until you update.</source>
        <translation>कंसोल का कार्यक्षेत्र Tenantry के नए संस्करण ने बनाया है। अपडेट करने तक सहेजे गए इंस्टेंस और बिना सहेजे बदलाव याद नहीं रखे जाएँगे।</translation>
    </message>
</context>
<context>
    <name>treeloader</name>
    <message>
        <source>No organizations yet: create one</source>
        <translation>अभी कोई संगठन नहीं: एक बनाएँ</translation>
    </message>
    <message>
        <source>No sites yet: create one</source>
        <translation>अभी कोई साइट नहीं: एक बनाएँ</translation>
    </message>
    <message>
        <source>No apps yet: create one</source>
        <translation>अभी कोई ऐप नहीं: एक बनाएँ</translation>
    </message>
    <message>
        <source>No datatables yet: send a data package to create_schema</source>
        <translation>अभी कोई डेटा तालिका नहीं: create_schema को डेटा पैकेज भेजें</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>सदस्य</translation>
    </message>
    <message>
        <source>The accounts that belong to this organization</source>
        <translation>इस संगठन से जुड़े खाते</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>उपयोगकर्ता</translation>
    </message>
    <message>
        <source>The people who sign in to this site</source>
        <translation>वे लोग जो इस साइट में साइन इन करते हैं</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>डोमेन</translation>
    </message>
    <message>
        <source>The host names that lead to this site</source>
        <translation>वे होस्ट नाम जो इस साइट पर ले जाते हैं</translation>
    </message>
</context>
</TS>
