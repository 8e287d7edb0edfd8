// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/batchparser.h"

#include "core/data/query/nearestname.h"
#include "core/data/query/rowquery.h"
#include "core/data/rows/batchreference.h"

#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

using Problems = std::vector<FieldError>;

struct Verb
{
    BatchVerb verb;
    std::string_view name;
    std::vector<std::string> operands; ///< beside `op` and `table`
};

const std::array<Verb, 4> &verbs()
{
    static const std::array<Verb, 4> all{
        Verb{BatchVerb::Create, "create", {"data"}},
        Verb{BatchVerb::Update, "update", {"id", "data", "if_match"}},
        Verb{BatchVerb::Upsert, "upsert", {"data", "unique_fields", "partial"}},
        Verb{BatchVerb::Delete, "delete", {"id", "ids", "filter", "if_match"}},
    };
    return all;
}

QString didYouMean(std::string_view name, const std::vector<std::string> &candidates)
{
    const std::optional<std::string> nearest = nearestName(name, candidates);
    return nearest ? u" Did you mean '%1'?"_s.arg(QString::fromStdString(*nearest)) : QString();
}

/// Reads one operation and collects what is wrong with it.
class OperationReader
{
public:
    OperationReader(const json::Value &operation, std::size_t number, Problems &problems)
        : m_operation(operation)
        , m_number(number)
        , m_path(u"operations.%1"_s.arg(number))
        , m_problems(problems)
    {
    }

    BatchOperation read()
    {
        BatchOperation read;
        const Verb *verb = m_operation.isObject() ? findVerb() : nullptr;
        if (!m_operation.isObject())
            m_problems.push_back({m_path, u"Expected an object such as {\"op\": \"create\", ...}."_s});
        if (!verb)
            return read;
        read.verb = verb->verb;
        read.table = m_operation["table"].text();
        if (read.table.isEmpty())
            problem("table", u"Name the table to write to."_s);
        checkNames(*verb);
        checkOperands(verb->verb);
        read.refers = findReferences();
        read.operands = m_operation;
        read.rows = std::max({std::size_t{1}, m_operation["data"].array().size(), m_operation["ids"].array().size()});
        return read;
    }

private:
    void problem(std::string_view name, const QString &message)
    {
        m_problems.push_back({m_path + u'.' + QString::fromUtf8(name.data(), qsizetype(name.size())), message});
    }

    const Verb *findVerb()
    {
        const std::string_view name = m_operation["op"].string();
        for (const Verb &verb : verbs()) {
            if (verb.name == name)
                return &verb;
        }
        problem("op", u"Expected create, update, upsert or delete."_s);
        return nullptr;
    }

    void checkNames(const Verb &verb)
    {
        for (const auto &[name, value] : m_operation.object()) {
            const bool known = name == "op" || name == "table" ||
                               std::find(verb.operands.begin(), verb.operands.end(), name) != verb.operands.end();
            if (!known)
                problem(name, u"There is no such field here."_s + didYouMean(name, verb.operands));
        }
    }

    void checkOperands(BatchVerb verb)
    {
        const json::Object &operation = m_operation.object();
        const json::Value &data = m_operation["data"];
        if (verb == BatchVerb::Delete) {
            if (operation.contains("id") + operation.contains("ids") + operation.contains("filter") != 1)
                problem("id", u"Name what to delete by one of id, ids and filter."_s);
        } else if (!data.isObject() && !data.isArray()) {
            problem("data", u"Expected a row as an object, or several as an array of objects."_s);
        } else if (verb == BatchVerb::Update && data.isObject() != operation.contains("id")) {
            problem("id", u"An object changes the row with this id; an array has the keys in its items."_s);
        }
        if (operation.contains("ids") && !m_operation["ids"].isArray())
            problem("ids", u"Expected an array of primary keys."_s);
        if (operation.contains("partial") && !m_operation["partial"].isBool())
            problem("partial", u"Expected true or false."_s);
        if (operation.contains("if_match") && (!m_operation["if_match"].isString() || !operation.contains("id")))
            problem("if_match", u"Expected the ETag of the row with this id, as a text."_s);
        if (operation.contains("unique_fields") && !m_operation["unique_fields"].isArray() &&
            !m_operation["unique_fields"].isString())
            problem("unique_fields", u"Expected an array of names."_s);
    }

    bool findReferences()
    {
        bool found = false;
        const Replace note = [&](const json::Value &reference, const QString &path) -> Result<json::Value> {
            found = true;
            if (Result<void> checked = checkReference(reference, path, m_number); !checked)
                m_problems.insert(m_problems.end(), checked.error().fields.begin(), checked.error().fields.end());
            return json::Value();
        };
        (void)replaceInRows(m_operation["data"], m_path + u".data"_s, note);
        for (const char *name : {"id", "ids", "filter"})
            (void)replaceAnywhere(m_operation[name], m_path + u'.' + QLatin1StringView(name), note);
        return found;
    }

    const json::Value &m_operation;
    const std::size_t m_number;
    const QString m_path;
    Problems &m_problems;
};

} // namespace

QString nameOf(BatchVerb verb)
{
    for (const Verb &known : verbs()) {
        if (known.verb == verb)
            return QString::fromUtf8(known.name.data(), qsizetype(known.name.size()));
    }
    Q_UNREACHABLE();
}

Result<std::vector<BatchOperation>> parseBatch(const json::Value &body)
{
    const QString field = u"operations"_s;
    const json::Array &sent = body["operations"].array();
    if (sent.empty())
        return failure(Error::field(field, u"Expected an array of at least one operation."_s));
    if (sent.size() > maxBatchOperations)
        return failure(Error::field(field, u"At most %1 operations can be sent at once."_s.arg(maxBatchOperations)));
    Problems problems;
    std::vector<BatchOperation> operations;
    std::size_t rows = 0;
    for (std::size_t i = 0; i < sent.size(); ++i) {
        operations.push_back(OperationReader(sent[i], i, problems).read());
        rows += operations.back().rows;
    }
    if (problems.empty() && rows > std::size_t(maxRows))
        problems.push_back({field, u"At most %1 rows can be written at once; these are %2."_s.arg(maxRows).arg(rows)});
    if (!problems.empty())
        return failure(Error::invalid(std::move(problems)));
    return operations;
}

Result<json::Value> resolved(const BatchOperation &operation, const QString &path,
                             const std::vector<json::Value> &answers)
{
    const Replace replace = [&](const json::Value &reference, const QString &at) {
        return lookUp(reference, at, answers);
    };
    json::Object operands = operation.operands.object();
    if (const json::Value *data = operands.find("data"))
        operands.set("data", TRY(replaceInRows(*data, path + u".data"_s, replace)));
    for (const char *name : {"id", "ids", "filter"}) {
        if (const json::Value *value = operands.find(name))
            operands.set(name, TRY(replaceAnywhere(*value, path + u'.' + QLatin1StringView(name), replace)));
    }
    return json::Value(std::move(operands));
}

} // namespace tenantry::data
