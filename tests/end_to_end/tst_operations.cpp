// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/operationworld.h"
#include "tests/support/recorded.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using test::Caller;
using test::Operation;

namespace {

constexpr std::array methods{"get", "post", "put", "patch", "delete"};

/// Whether an operation of the document may be called without a credential.
bool isOpen(const json::Value &operation)
{
    const json::Array &ways = operation["security"].array();
    return ways.empty() ||
           std::ranges::any_of(ways, [](const json::Value &way) { return way.object().begin() == way.object().end(); });
}

/// The operations of a realm's OpenAPI document, and whether each is open to all.
std::map<QByteArray, bool> documented(const test::ServerFixture &server, const QByteArray &prefix)
{
    const json::Value document = server.client().get(prefix + "/api/schema/?format=json").json();
    std::map<QByteArray, bool> found;
    for (const auto &[path, item] : document["paths"].object()) {
        for (const char *method : methods) {
            if (const json::Value *operation = item.object().find(method))
                found[QByteArray(method).toUpper() + ' ' + QByteArray::fromStdString(path)] = isOpen(*operation);
        }
    }
    return found;
}

/// The lines of the table that are missing, are too many, or differ in whether everybody may call.
QByteArrayList differences(const test::OperationTable &table, const std::map<QByteArray, bool> &documented)
{
    QByteArrayList problems;
    std::map<QByteArray, bool> listed;
    for (const Operation &operation : table.operations) {
        if (!listed.emplace(operation.name(), operation.has("public")).second)
            problems += "is there twice: " + operation.name();
    }
    for (const auto &[name, open] : documented) {
        const auto line = listed.find(name);
        if (line == listed.end())
            problems += "has no line: " + name;
        else if (line->second != open)
            problems += (open ? "is open and not called `public`: " : "is called `public` and is not open: ") + name;
    }
    for (const auto &[name, open] : listed) {
        if (!documented.contains(name))
            problems += "is no operation: " + name;
    }
    return problems;
}

/// One line of the list of what went wrong.
QByteArray problem(const Operation &operation, Caller caller, const test::HttpAnswer &answer)
{
    return operation.name().leftJustified(70) + ' ' + QByteArray(nameOf(caller)).leftJustified(24) + " expected " +
           QByteArray::number(operation.status(caller)) + ", found " + QByteArray::number(answer.status) + ' ' +
           answer.body.left(200);
}

/// A call that was made.
struct Called
{
    const Operation &operation;
    Caller caller;
    QByteArray correlationId;
};

/// The calls that were not written down as their lines say. Whoever is turned away writes nothing.
QByteArrayList differences(const std::vector<Called> &calls, const test::Recorded &recorded)
{
    QByteArrayList problems;
    for (const auto &[operation, caller, correlationId] : calls) {
        const bool turnedAway = std::ranges::count(std::array{401, 403, 404}, operation.status(caller)) > 0;
        const QByteArray expected = turnedAway ? QByteArray() : operation.word("writes");
        const auto found = recorded.find(correlationId);
        const QByteArray written = found == recorded.end() ? QByteArray() : found->second.join(',');
        if (written != expected)
            problems += operation.name().leftJustified(70) + ' ' + QByteArray(nameOf(caller)).leftJustified(24) +
                        " should write [" + expected + "], wrote [" + written + ']';
    }
    return problems;
}

/// Says what went wrong, all of it (QVERIFY2 cuts long messages off), and how many there are.
qsizetype said(const QByteArrayList &problems)
{
    for (const QByteArray &problem : problems)
        qWarning("%s", problem.constData());
    return problems.size();
}

} // namespace

/// Every operation of the OpenAPI document is called without a credential, with one of elsewhere, with an expired one,
/// by somebody without the right and by somebody with it, and answers as the table says (operations.txt). What is
/// refused changes nothing. What is written for the record is what the table says, too.
class TestOperations : public QObject
{
    Q_OBJECT

    const test::OperationTable m_table = test::OperationTable::ofTree();

    /// Calls those of each line that `wanted` picks.
    template<class Wanted>
    QByteArrayList call(test::OperationWorld &world, std::vector<Called> &calls, Wanted wanted) const
    {
        QByteArrayList problems;
        for (const Operation &operation : m_table.operations) {
            for (const Caller caller : test::allCallers) {
                if (!wanted(operation, caller))
                    continue;
                const QByteArray home = test::OperationWorld::homeOf(operation);
                const test::HttpAnswer answer =
                    world.send(world.ready(operation, home), home, world.headersOf(operation, caller));
                calls.push_back({operation, caller, answer.header("X-Correlation-ID")});
                if (answer.status != operation.status(caller))
                    problems += problem(operation, caller, answer);
            }
        }
        return problems;
    }

private slots:
    void answersEachCallerAsTheTableSays_data() { test::engineRows(); }
    void answersEachCallerAsTheTableSays()
    {
        QFETCH(QString, engine);
        test::OperationWorld world(m_table, engine);
        QCOMPARE(said(differences(m_table, documented(world.server(), {}))), 0);
        QCOMPARE(said(differences(m_table, documented(world.server(), "/sites/shop"))), 0);

        // Whatever is needed is made before, so that what is seen before and after differs by the calls alone.
        for (const Operation &operation : m_table.operations) {
            world.ready(operation, test::OperationWorld::homeOf(operation));
            world.headersOf(operation, Caller::Entitled);
        }
        std::map<QByteArray, test::OperationWorld::Values> before;
        for (const char *realm : {"platform", "shop", "rival"})
            before[realm] = world.seenIn(realm);
        const auto refused = [](const Operation &operation, Caller caller) { return operation.status(caller) >= 400; };
        std::vector<Called> calls;
        QCOMPARE(said(call(world, calls, refused)), 0);
        for (const auto &[realm, seen] : before)
            QCOMPARE(said(test::OperationWorld::differences(seen, world.seenIn(realm))), 0);
        const auto taken = [&](const Operation &operation, Caller caller) { return !refused(operation, caller); };
        QCOMPARE(said(call(world, calls, taken)), 0);

        test::Recorded recorded;
        world.server().whileStopped([&recorded](sql::Engine &engine) { recorded = test::recordedIn(engine); });
        QCOMPARE(said(differences(calls, recorded)), 0);
    }

    /// A table where everybody may do everything would pass.
    void everyLineTellsCallersApart()
    {
        QByteArrayList problems;
        for (const Operation &operation : m_table.operations) {
            if (operation.has("public"))
                continue;
            for (const Caller caller : {Caller::Nobody, Caller::Stranger, Caller::Expired}) {
                if (operation.status(caller) != 401)
                    problems += operation.name() + ": not 401 " + nameOf(caller);
            }
            const bool isAbsent = operation.has("absent") && operation.status(Caller::Entitled) == 404;
            if (!isAbsent && std::ranges::count(std::array{401, 403, 404}, operation.status(Caller::Entitled)) > 0)
                problems += operation.name() + ": nobody has the right";
            if (operation.status(Caller::Unprivileged) < 400 && !operation.has("everybody"))
                problems += operation.name() + ": who lacks the right has it; `everybody` would say so";
        }
        QCOMPARE(said(problems), 0);
    }
};

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
