// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/operationtable.h"

#include "tests/support/testnames.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

/// A line of the table, continuations joined: words, and the JSON behind them.
struct Line
{
    QList<QByteArray> words;
    QByteArray body;
    int number = 0;
};

/// `#` begins a comment line; a line that begins with a blank goes on with the one before.
std::vector<Line> linesOf(const QByteArray &text)
{
    std::vector<std::pair<int, QByteArray>> joined;
    int number = 0;
    for (const QByteArray &raw : text.split('\n')) {
        ++number;
        if (raw.trimmed().isEmpty() || raw.startsWith('#'))
            continue;
        if (raw.startsWith(' ') && !joined.empty())
            joined.back().second += ' ' + raw.trimmed();
        else
            joined.emplace_back(number, raw.trimmed());
    }
    static const QRegularExpression body(u"\\s[{\\[]"_s);
    std::vector<Line> lines;
    for (const auto &[at, whole] : joined) {
        const QString line = QString::fromUtf8(whole);
        const qsizetype begin = line.indexOf(body);
        lines.push_back({line.left(begin).simplified().toUtf8().split(' '),
                         begin < 0 ? QByteArray() : line.mid(begin + 1).toUtf8(), at});
    }
    return lines;
}

/// The request that begins at this word.
void readRequest(const Line &line, qsizetype first, qsizetype firstWord, TableRequest &request)
{
    request.method = line.words[first];
    request.target = line.words[first + 1];
    for (const QByteArray &word : line.words.mid(firstWord)) {
        const qsizetype equals = word.indexOf('=');
        const bool bare = equals < 0;
        request.words.insert_or_assign(bare ? word : word.left(equals), bare ? QByteArray() : word.mid(equals + 1));
    }
    request.body = line.body;
    request.line = line.number;
}

/// Sorts the lines into a table.
class TableReader
{
public:
    Result<OperationTable> read(const std::vector<Line> &lines)
    {
        for (const Line &line : lines) {
            if (!add(line))
                return failure(ErrorCode::BadRequest, u"line %1 is none of what the head describes"_s.arg(line.number));
        }
        return std::move(m_table);
    }

private:
    bool add(const Line &line)
    {
        const QByteArray &kind = line.words.front();
        if (kind == "let")
            return addStand(line);
        if (kind == "have")
            return addPreparation(line, 1);
        if (kind == "new")
            return addPreparation(line, 2);
        if (kind == "cross")
            return addCrossing(line);
        return addOperation(line);
    }

    bool addStand(const Line &line)
    {
        const auto &words = line.words;
        if (words.size() != 3 && words.size() != 5)
            return false;
        m_table.stands[words[1]] = {words[2], words.value(3), words.value(4)};
        return true;
    }

    bool addPreparation(const Line &line, qsizetype realmAt)
    {
        if (line.words.size() < realmAt + 3)
            return false;
        Preparation preparation;
        preparation.realm = line.words[realmAt];
        readRequest(line, realmAt + 1, realmAt + 3, preparation);
        if (realmAt == 1)
            m_table.preparations.push_back(std::move(preparation));
        else
            m_table.recipes[line.words[1]] = std::move(preparation);
        return true;
    }

    bool addCrossing(const Line &line)
    {
        if (line.words.size() < 3)
            return false;
        TableRequest request;
        readRequest(line, 1, 3, request);
        m_table.crossings.push_back(std::move(request));
        return true;
    }

    bool addOperation(const Line &line)
    {
        constexpr qsizetype statusesAt = 2;
        constexpr qsizetype wordsAt = statusesAt + qsizetype(allCallers.size());
        if (line.words.size() < wordsAt)
            return false;
        Operation operation;
        readRequest(line, 0, wordsAt, operation);
        for (std::size_t i = 0; i < allCallers.size(); ++i) {
            operation.statuses[i] = line.words[statusesAt + qsizetype(i)].toInt();
            if (operation.statuses[i] < 200 || operation.statuses[i] >= 500)
                return false;
        }
        m_table.operations.push_back(std::move(operation));
        return true;
    }

    OperationTable m_table;
};

} // namespace

const char *nameOf(Caller caller)
{
    static constexpr std::array names{"no credential", "credential of elsewhere", "expired", "without the right",
                                      "with the right"};
    return names[std::size_t(caller)];
}

QByteArray TableRequest::word(const char *name, const QByteArray &otherwise) const
{
    const auto found = words.find(name);
    return found == words.end() ? otherwise : found->second;
}

Result<OperationTable> OperationTable::parse(const QByteArray &text)
{
    return TableReader().read(linesOf(text));
}

OperationTable OperationTable::ofTree()
{
    QFile file(sourceDirectory() + u"/tests/end_to_end/operations.txt"_s);
    if (!file.open(QFile::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    Result<OperationTable> table = parse(file.readAll());
    if (!table)
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(table.error().message));
    return std::move(*table);
}

} // namespace tenantry::test
