// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/definition/indexdefinition.h"

#include "core/base/fold.h"
#include "core/data/columntype.h"
#include "core/data/definition/columnlist.h"
#include "core/data/definition/indexexpression.h"
#include "core/data/tablename.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

struct MethodName
{
    std::string_view name;
    IndexMethod method;
};

constexpr std::array methods{
    MethodName{"btree", IndexMethod::Btree},     MethodName{"hash", IndexMethod::Hash},
    MethodName{"gin", IndexMethod::Gin},         MethodName{"gist", IndexMethod::Gist},
    MethodName{"brin", IndexMethod::Brin},       MethodName{"hnsw", IndexMethod::Hnsw},
    MethodName{"ivfflat", IndexMethod::IvfFlat},
};

/// What `using` may be, for JSON and for lists.
constexpr std::array documentClasses{"jsonb_ops", "jsonb_path_ops"};
constexpr std::array listClasses{"array_ops"};
constexpr std::array distanceClasses{"vector_cosine_ops", "vector_l2_ops", "vector_ip_ops"};

template<std::size_t size>
bool contains(const std::array<const char *, size> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string readIndexName(const json::Value &index, const JsonPath &path, DefinitionReport &report)
{
    const std::string_view name = index["name"].string();
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
    if (name.empty() || name.size() > maxIdentifierBytes || std::any_of(name.begin(), name.end(), isControl))
        report.problem(path / "name", u"give the index a name of at most %1 bytes"_s.arg(maxIdentifierBytes));
    return std::string(name);
}

class Reader
{
public:
    Reader(const json::Value &written, const Table &table, const JsonPath &path, DefinitionReport &report)
        : m_written(written)
        , m_table(table)
        , m_path(path)
        , m_report(report)
    {
    }

    Index read()
    {
        if (!m_written.isObject()) {
            m_report.problem(m_path, u"must be an object with `name` and `fields` or `expression`"_s);
            return m_index;
        }
        m_index.name = readIndexName(m_written, m_path, m_report);
        m_index.method = readMethod();
        m_index.unique = readUnique();
        readSubject();
        m_index.where = text("where");
        m_index.comment = text("comment");
        readOperatorClass();
        checkExpressions();
        if (m_report.acceptable())
            checkMethod();
        return m_index;
    }

private:
    void problem(const char *key, const QString &message) { m_report.problem(m_path / key, message); }

    std::string text(const char *key)
    {
        const json::Value &value = m_written[key];
        if (!value.isNull() && (!value.isString() || value.string().empty()))
            problem(key, u"must be a text that is not empty"_s);
        return std::string(value.string());
    }

    IndexMethod readMethod()
    {
        const char *key = m_written["type"].isNull() && !m_written["method"].isNull() ? "method" : "type";
        const json::Value &written = m_written[key];
        for (const MethodName &method : methods) {
            if (written.isNull() || written.string() == method.name)
                return method.method;
        }
        problem(key, u"must be one of btree, hash, gin, gist, brin, hnsw and ivfflat"_s);
        return IndexMethod::Btree;
    }

    bool readUnique()
    {
        const json::Value &unique = m_written["unique"];
        if (!unique.isNull() && !unique.isBool())
            problem("unique", u"must be true or false"_s);
        if (unique.boolean() && m_index.method != IndexMethod::Btree)
            problem("unique", u"only an index of type btree can be unique"_s);
        return unique.boolean();
    }

    void readSubject()
    {
        const bool hasFields = !m_written["fields"].isNull() || !m_written["columns"].isNull();
        m_index.expression = text("expression");
        if (hasFields && !m_index.expression.empty()) {
            problem("expression", u"cannot stand beside `fields`"_s);
            return;
        }
        if (!m_index.expression.empty())
            return;
        m_fieldsKey = m_written["fields"].isNull() && hasFields ? "columns" : "fields";
        m_index.columns = readColumnList(m_written[m_fieldsKey], m_table, m_path / m_fieldsKey, m_report);
    }

    void readOperatorClass()
    {
        m_index.operatorClass = text("using");
        if (m_index.operatorClass.empty())
            return;
        const std::string &name = m_index.operatorClass;
        const bool ofGin =
            m_index.method == IndexMethod::Gin && (contains(documentClasses, name) || contains(listClasses, name));
        if (!ofGin && !(isOfVectors() && contains(distanceClasses, name)))
            problem("using", u"is jsonb_ops, jsonb_path_ops or, for lists, array_ops for indexes of type gin, and "
                             "vector_cosine_ops, vector_l2_ops or vector_ip_ops for hnsw and ivfflat"_s);
    }

    void checkExpressions()
    {
        const auto check = [this](const char *key, const Result<IndexTerm> &term) {
            if (!term)
                problem(key, term.error().fields.empty() ? term.error().message : term.error().fields.front().message);
        };
        if (!m_index.expression.empty())
            check("expression", parseIndexExpression(m_table, m_index.expression));
        if (!m_index.where.empty())
            check("where", parseIndexCondition(m_table, m_index.where));
        if (!m_index.expression.empty() && m_index.method != IndexMethod::Btree && m_index.method != IndexMethod::Hash)
            problem("expression", u"can be indexed by btree and hash only"_s);
    }

    void checkMethod()
    {
        if (m_index.method == IndexMethod::Hash && m_index.columns.size() > 1)
            problem("fields", u"an index of type hash has one field"_s);
        for (const std::string &name : m_index.columns) {
            const DataType &type = m_table.column(name)->type;
            const bool ofLists = contains(listClasses, m_index.operatorClass);
            if (!m_index.operatorClass.empty() && !isOfVectors() && ofLists != (type == ColumnType::List))
                problem("using",
                        u"is not for '%1', which is %2"_s.arg(QString::fromStdString(name), describeType(type)));
            if (!isSuitable(type))
                problem(m_fieldsKey, u"'%1' cannot be indexed by this type of index: it is %2"_s.arg(
                                         QString::fromStdString(name), describeType(type)));
        }
    }

    bool isOfVectors() const { return m_index.method == IndexMethod::Hnsw || m_index.method == IndexMethod::IvfFlat; }

    /// Whether an index of this method can hold a column of the type.
    bool isSuitable(ColumnType type) const
    {
        switch (m_index.method) {
        case IndexMethod::Btree:
        case IndexMethod::Hash:
        case IndexMethod::Brin:
            return isScalar(type);
        case IndexMethod::Gin:
            return isDocument(type) || type == ColumnType::List;
        case IndexMethod::Gist:
            return type == ColumnType::Range || type == ColumnType::Multirange;
        case IndexMethod::Hnsw:
        case IndexMethod::IvfFlat:
            return type == ColumnType::Vector;
        }
        Q_UNREACHABLE();
    }

    const json::Value &m_written;
    const Table &m_table;
    const JsonPath &m_path;
    DefinitionReport &m_report;
    const char *m_fieldsKey = "fields";
    Index m_index;
};

} // namespace

std::vector<Index> readIndexes(const json::Value &indexes, const Table &table, const JsonPath &path,
                               DefinitionReport &report)
{
    if (indexes.isNull())
        return {};
    if (!indexes.isArray()) {
        report.problem(path, u"must be a list"_s);
        return {};
    }
    std::vector<Index> list;
    for (std::size_t i = 0; i < indexes.array().size(); ++i) {
        const JsonPath place = path / i;
        Index index = Reader(indexes.at(i), table, place, report).read();
        const auto same = [&](const Index &other) { return folded(other.name) == folded(index.name); };
        if (!index.name.empty() && std::any_of(list.begin(), list.end(), same))
            report.problem(path / i / "name", u"another index has this name (upper and lower case are the same)"_s);
        list.push_back(std::move(index));
    }
    return list;
}

} // namespace tenantry::data
