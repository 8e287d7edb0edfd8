// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/schema/indexwriter.h"

#include "core/data/constraintname.h"
#include "core/data/definition/indexexpression.h"
#include "core/data/definition/literal.h"
#include "core/data/documents/fieldextraction.h"
#include "core/data/vectors/vectorindex.h"
#include "core/json/writer.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

using sql::Dialect;
using sql::quoteIdentifier;
using sql::quoteLiteral;

namespace {

using Kind = IndexTerm::Kind;

std::string field(const Table &table, const std::string &name, Dialect dialect)
{
    return fieldSql(table, *table.columnIndex(name), {}, dialect);
}

/// One term in the words of an engine.
class TermWriter
{
public:
    TermWriter(const Table &table, Dialect dialect)
        : m_table(table)
        , m_dialect(dialect)
    {
    }

    std::string write(const IndexTerm &term) const
    {
        switch (term.kind) {
        case Kind::Column:
            return field(m_table, term.text, m_dialect);
        case Kind::Literal:
            return constant(term);
        case Kind::Function:
            return function(term);
        case Kind::JsonText:
            return member(term);
        case Kind::Compare:
            return "(" + write(term.operands[0]) + " " + term.text + " " + write(term.operands[1]) + ")";
        case Kind::In:
            return write(term.operands.front()) + " IN (" + list(term, 1, ", ") + ")";
        case Kind::IsNull:
            return "(" + write(term.operands.front()) + " IS NULL)";
        case Kind::Not:
            return "(NOT " + write(term.operands.front()) + ")";
        case Kind::And:
            return "(" + list(term, 0, " AND ") + ")";
        case Kind::Or:
            return "(" + list(term, 0, " OR ") + ")";
        }
        Q_UNREACHABLE();
    }

private:
    bool isSqlite() const { return m_dialect == Dialect::Sqlite; }

    std::string list(const IndexTerm &term, std::size_t from, std::string_view separator) const
    {
        std::string text;
        for (std::size_t i = from; i < term.operands.size(); ++i)
            text.append(i == from ? std::string_view() : separator).append(write(term.operands[i]));
        return text;
    }

    std::string constant(const IndexTerm &term) const
    {
        return literal(term.type.value_or(ColumnType::Text), term.value, m_dialect).value_or("NULL");
    }

    std::string function(const IndexTerm &term) const
    {
        if (term.text == "date_trunc")
            return truncated(term);
        const bool folds = term.text == "lower" || term.text == "upper";
        if (isSqlite() && (folds || term.text == "md5"))
            return "tenantry_" + term.text + "(" + write(term.operands.front()) + ")";
        if (folds) // as filters write it, so that they find it
            return term.text + "((" + write(term.operands.front()) + ") COLLATE \"und-x-icu\") COLLATE \"C\"";
        const std::string call = term.text + "(" + list(term, 0, ", ") + ")";
        // The answer of a function has no collation of its own.
        return isSqlite() && term.type == ColumnType::Number ? "(" + call + " COLLATE tenantry_decimal)" : call;
    }

    std::string truncated(const IndexTerm &term) const
    {
        const std::string unit = quoteLiteral(term.operands[0].value.string());
        const std::string time = write(term.operands[1]);
        const bool isDate = term.operands[1].type == ColumnType::Date;
        if (isSqlite())
            return "tenantry_truncate(" + unit + ", " + (isDate ? "tenantry_midnight(" + time + ")" : time) + ")";
        return "date_trunc(" + unit + ", " + (isDate ? time + "::timestamp" : time + " AT TIME ZONE 'UTC'") + ")";
    }

    std::string member(const IndexTerm &term) const
    {
        const std::string document = write(term.operands.front());
        if (!isSqlite())
            return "(" + document + " #>> ARRAY[" + quoteLiteral(term.text) + "])";
        const json::Value path(json::Array{json::Value(term.text)});
        return "tenantry_json_text(" + document + ", " + quoteLiteral(json::write(path).toStdString()) + ")";
    }

    const Table &m_table;
    Dialect m_dialect;
};

std::string_view methodName(IndexMethod method)
{
    switch (method) {
    case IndexMethod::Btree:
        return "btree";
    case IndexMethod::Hash:
        return "hash";
    case IndexMethod::Gin:
        return "gin";
    case IndexMethod::Gist:
        return "gist";
    case IndexMethod::Brin:
        return "brin";
    case IndexMethod::Hnsw:
        return "hnsw";
    case IndexMethod::IvfFlat:
        return "ivfflat";
    }
    Q_UNREACHABLE();
}

} // namespace

bool IndexWriter::makes(const Table &table, const Index &index) const
{
    if (isOverVectors(index.method))
        return m_extension && obstacleTo(table, index).isEmpty();
    const bool hasMethod = index.method != IndexMethod::Gin && index.method != IndexMethod::Gist;
    return hasMethod || m_space.dialect() == Dialect::Postgres;
}

QString IndexWriter::whyNotMade(const Table &table, const Index &index) const
{
    if (!isOverVectors(index.method) || m_space.dialect() == Dialect::Sqlite)
        return u"this database has no index of type %1"_s.arg(QLatin1StringView(methodName(index.method)));
    return m_extension ? obstacleTo(table, index) : u"this database does not have the extension pgvector"_s;
}

QString IndexWriter::remarkOn(const Table &table, const Index &index) const
{
    if (!makes(table, index))
        return whyNotMade(table, index) + u": none is made, and queries answer the same without"_s;
    if (m_space.dialect() == Dialect::Sqlite && index.method != IndexMethod::Btree)
        return u"an index of type btree stands in for %1, which this database does not have"_s.arg(
            QLatin1StringView(methodName(index.method)));
    return {};
}

/// What is indexed, in parentheses.
std::string IndexWriter::subject(const Table &table, const Index &index) const
{
    const Dialect dialect = m_space.dialect();
    if (!index.expression.empty()) {
        // The definition's reader has accepted it for this table.
        const Result<IndexTerm> term = parseIndexExpression(table, index.expression);
        return "((" + (term ? TermWriter(table, dialect).write(*term) : std::string("NULL")) + "))";
    }
    if (isOverVectors(index.method))
        return "(" + indexedVector(table, index, *m_extension) + ")";
    std::string list;
    for (const std::string &column : index.columns) {
        list += (list.empty() ? "" : ", ") + field(table, column, dialect);
        if (dialect == Dialect::Postgres && !index.operatorClass.empty())
            list += " " + index.operatorClass;
    }
    return "(" + list + ")";
}

std::string IndexWriter::create(const Table &table, const Index &index) const
{
    if (!makes(table, index))
        return {};
    const Dialect dialect = m_space.dialect();
    const std::string name = constraintName(table.physicalName, ConstraintKind::Index, index.name);
    std::string sql;
    if (isOverVectors(index.method) && !m_extension->isInstalled)
        sql = "CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA " + quoteIdentifier(m_extension->schema) + ";\n";
    sql += index.unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
    if (isOverVectors(index.method)) // an operator makes one over many rows beforehand, while others write
        sql += "IF NOT EXISTS ";
    sql += quoteIdentifier(name) + " ON " + m_space.table(table.physicalName) + " ";
    if (dialect == Dialect::Postgres && index.method != IndexMethod::Btree)
        sql.append("USING ").append(methodName(index.method)).append(" ");
    sql += subject(table, index);
    if (!index.where.empty()) {
        const Result<IndexTerm> condition = parseIndexCondition(table, index.where);
        sql += " WHERE " + (condition ? TermWriter(table, dialect).write(*condition) : std::string("NULL"));
    }
    if (dialect == Dialect::Postgres && !index.comment.empty())
        sql += ";\nCOMMENT ON INDEX " + m_space.table(name) + " IS " + quoteLiteral(index.comment);
    return sql;
}

/// One over vectors may have been declared before the database had the extension.
std::string IndexWriter::drop(const Table &table, const Index &index) const
{
    if (!makes(table, index))
        return {};
    const std::string name = m_space.table(constraintName(table.physicalName, ConstraintKind::Index, index.name));
    return (isOverVectors(index.method) ? "DROP INDEX IF EXISTS " : "DROP INDEX ") + name;
}

} // namespace tenantry::data
