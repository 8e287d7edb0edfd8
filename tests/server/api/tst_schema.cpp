// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/filterparser.h"
#include "tests/support/childprocess.h"
#include "tests/support/serverfixture.h"
#include "tests/support/testnames.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

/// All "$ref" below a value.
void collectReferences(const json::Value &value, QSet<QString> &references)
{
    for (const auto &[key, member] : value.object()) {
        if (key == "$ref")
            references.insert(member.text());
        else
            collectReferences(member, references);
    }
    for (const json::Value &item : value.array())
        collectReferences(item, references);
}

QStringList sorted(const QSet<QString> &names)
{
    QStringList list = names.values();
    list.sort();
    return list;
}

QStringList parametersIn(const QString &path)
{
    QStringList names;
    for (const QString &segment : path.split(u'/')) {
        if (segment.startsWith(u'{'))
            names.append(segment.mid(1, segment.size() - 2));
    }
    return names;
}

} // namespace

/// The document describes every endpoint of the real server, and describes it whole.
class TestSchema : public QObject
{
    Q_OBJECT

private:
    json::Value m_document;
    QByteArray m_json;
    QByteArray m_yaml;

    template<class F>
    void forEachOperation(F function)
    {
        for (const auto &[path, item] : m_document["paths"].object()) {
            for (const auto &[method, operation] : item.object())
                function(text(path), text(method), operation);
        }
    }

    QSet<QString> queryOf(const QString &id)
    {
        QSet<QString> names;
        forEachOperation([&](const QString &, const QString &, const json::Value &operation) {
            if (operation["operationId"].text() != id)
                return;
            for (const json::Value &parameter : operation["parameters"].array()) {
                if (parameter["in"].text() == u"query"_s)
                    names.insert(parameter["name"].text());
            }
        });
        return names;
    }

private slots:
    void initTestCase()
    {
        const test::ServerFixture server;
        const test::HttpAnswer answer = server.client().get("/api/schema/?format=json");
        QCOMPARE(answer.status, 200);
        m_document = answer.json();
        m_json = answer.body;
        m_yaml = server.client().get("/api/schema/").body;
        QVERIFY(m_document["paths"].object().size() > 20);
    }

    void everyOperationIsDescribed()
    {
        QSet<QString> ids;
        forEachOperation([&](const QString &path, const QString &method, const json::Value &operation) {
            const QByteArray where = (method + u' ' + path).toUtf8();
            const QString id = operation["operationId"].text();
            QVERIFY2(!id.isEmpty() && !ids.contains(id), where.constData());
            ids.insert(id);
            QVERIFY2(!operation["summary"].text().isEmpty(), where.constData());
            QVERIFY2(!operation["tags"].at(0).text().isEmpty(), where.constData());
            QVERIFY2(path.endsWith(u'/') || path.startsWith(u"/_allauth/"_s) || path.endsWith(u"/metadata"_s),
                     where.constData());
        });
    }

    void everyPathParameterIsDeclared()
    {
        forEachOperation([&](const QString &path, const QString &, const json::Value &operation) {
            QStringList declared;
            for (const json::Value &parameter : operation["parameters"].array()) {
                if (parameter["in"].text() == u"path"_s)
                    declared.append(parameter["name"].text());
            }
            QCOMPARE(declared, parametersIn(path));
        });
    }

    /// What the parsers of lists take for a parameter, and nothing else: neither is forgotten without the other.
    void listsOfRowsNameWhatTheyRead()
    {
        QSet<QString> known;
        for (const QString &name : data::FilterParser::parameterNames())
            known.insert(name);
        QVERIFY(known.contains(u"page"_s) && known.contains(u"_hybrid_alpha"_s) && known.contains(u"_having"_s));
        for (const QString &id : {u"rows_list"_s, u"rows_query"_s})
            QCOMPARE(sorted(queryOf(id)), sorted(known));
    }

    /// Every name that a handler asks its query for is told by some operation.
    void handlersNameWhatTheyRead()
    {
        static const QRegularExpression reading(
            u"(?:query\\.(?:value|boolean|integer|has)|flag|textParameter|form\\.value)\\([^;\"]*\"(\\w+)\""_s);
        QSet<QString> read;
        QDirIterator sources(test::sourceDirectory() + u"/server/api"_s, {u"*.cpp"_s}, QDir::Files);
        while (sources.hasNext()) {
            QFile file(sources.next());
            QVERIFY(file.open(QFile::ReadOnly));
            for (const QRegularExpressionMatch &match : reading.globalMatch(QString::fromUtf8(file.readAll())))
                read.insert(match.captured(1));
        }
        for (const QString &name : {u"validate_nodes"_s, u"task_id"_s, u"dry_run"_s, u"unique_fields"_s, u"force"_s})
            QVERIFY2(read.contains(name), qPrintable(name));
        QSet<QString> told;
        forEachOperation([&](const QString &, const QString &, const json::Value &operation) {
            told.unite(queryOf(operation["operationId"].text()));
        });
        QCOMPARE(sorted(read - told), QStringList());
    }

    void everyOperationSaysWhatItAnswers()
    {
        forEachOperation([&](const QString &path, const QString &method, const json::Value &operation) {
            bool success = false;
            for (const auto &[status, response] : operation["responses"].object())
                success = success || status.starts_with('2') || status == "401";
            QVERIFY2(success, qPrintable(method + u' ' + path));
            const bool secured = !operation["security"].array().empty();
            QVERIFY2(!secured || operation["responses"].object().contains("401"), qPrintable(method + u' ' + path));
        });
    }

    void everyReferenceLeadsSomewhere()
    {
        QSet<QString> references;
        collectReferences(m_document, references);
        QVERIFY(!references.isEmpty());
        for (const QString &reference : references) {
            const QString name = reference.section(u'/', -1);
            QVERIFY2(reference == u"#/components/schemas/"_s + name, qPrintable(reference));
            QVERIFY2(m_document["components"]["schemas"].object().contains(name.toStdString()), qPrintable(reference));
        }
    }

    void passesTheLinter_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("openapi.json") << m_json;
        QTest::newRow("openapi.yaml") << m_yaml;
    }

    void passesTheLinter()
    {
        QFETCH(QByteArray, text);
        const QString folder = test::sourceDirectory() + u"/resources/api_docs"_s;
        const QString node = QStandardPaths::findExecutable(u"node"_s);
        if (node.isEmpty() || !QFile::exists(folder + u"/node_modules"_s))
            QSKIP("The linter is not installed; scripts/setup does so.");
        const QTemporaryDir directory;
        const QString path = directory.filePath(QString::fromLatin1(QTest::currentDataTag()));
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly) && file.write(text) == text.size());
        file.close();
        test::ChildProcess linter(node, {folder + u"/lint.mjs"_s, path});
        const std::optional<int> status = linter.wait(std::chrono::minutes(1));
        QVERIFY2(status == 0, linter.errors().constData());
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
