// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/query/predicatewriter.h"

#include "core/data/columntype.h"
#include "core/data/query/predicateform.h"
#include "core/data/query/textform.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

using access::Predicate;
using Kind = Predicate::Kind;
using namespace predicateform;

std::string_view signOf(Kind kind)
{
    switch (kind) {
    case Kind::Less:
        return " < ";
    case Kind::LessOrEqual:
        return " <= ";
    case Kind::Greater:
        return " > ";
    case Kind::GreaterOrEqual:
        return " >= ";
    case Kind::Equal:
        return " IS NOT DISTINCT FROM ";
    default:
        return " IS DISTINCT FROM ";
    }
}

class PredicateWriter
{
public:
    explicit PredicateWriter(StatementBuilder &sql)
        : m_sql(sql)
    {
    }

    void write(const Predicate &predicate)
    {
        switch (predicate.kind()) {
        case Kind::And:
            return writeJoined(predicate.parts(), " AND ", "TRUE");
        case Kind::Or:
            return writeJoined(predicate.parts(), " OR ", "FALSE");
        case Kind::Not:
            m_sql << "NOT ";
            return writeJoined(predicate.parts(), " AND ", "TRUE");
        case Kind::In:
            return writeIn(predicate.parts());
        case Kind::Contains:
        case Kind::StartsWith:
        case Kind::EndsWith:
            return writeTextMember(predicate);
        case Kind::Holds:
            return writeHolds(predicate);
        case Kind::Present:
            m_sql << "TRUE";
            return;
        default:
            return writeComparison(predicate.kind(), predicate.parts().at(0), predicate.parts().at(1));
        }
    }

private:
    bool isPostgres() const { return m_sql.dialect() == sql::Dialect::Postgres; }
    Form form(const Predicate &operand) const { return formOf(operand, m_sql.table()); }
    std::size_t index(const Predicate &column) const { return *sourceOf(column, m_sql.table()); }
    const DataType &type(const Predicate &column) const { return m_sql.table().columns[index(column)].type; }

    void writeJoined(const std::vector<Predicate> &parts, std::string_view separator, std::string_view none)
    {
        m_sql << "(" << (parts.empty() ? none : "");
        for (std::size_t i = 0; i < parts.size(); ++i) {
            m_sql << (i == 0 ? "" : separator);
            write(parts[i]);
        }
        m_sql << ")";
    }

    void writeIn(const std::vector<Predicate> &parts)
    {
        std::vector<Predicate> choices;
        for (std::size_t i = 1; i < parts.size(); ++i)
            choices.push_back(Predicate::compare(Kind::Equal, parts[0], parts[i]));
        writeJoined(choices, " OR ", "FALSE");
    }

    void writeComparison(Kind kind, const Predicate &left, const Predicate &right)
    {
        if (isDerived(left.kind()))
            return writeDerivedComparison(kind, left, right);
        const Form first = form(left);
        const Form second = form(right);
        if (isNullLiteral(left) || isNullLiteral(right))
            return writeNullTest(kind, isNullLiteral(left) ? right : left);
        if (left.kind() == Kind::Moment)
            return writeTimes(kind, left, right);
        const bool comparable = (first == second && first != Form::Opaque) || (isNumber(first) && isNumber(second));
        if (!comparable)
            return writeMismatch(kind, left, right);
        m_sql << (isOrdered(kind) ? "coalesce(" : "");
        writeSides(signOf(kind), left, right);
        m_sql << (isOrdered(kind) ? ", FALSE)" : "");
    }

    /// Without a value there is nothing to compare.
    void writeDerivedComparison(Kind kind, const Predicate &derived, const Predicate &literal)
    {
        const bool known = canDerive(derived, m_sql.table());
        const bool comparable = form(derived) == form(literal) || (isNumber(form(derived)) && isNumber(form(literal)));
        if (!known || (!comparable && kind != Kind::NotEqual)) {
            m_sql << "FALSE";
            return;
        }
        m_sql << "(";
        m_sql.column(index(derived)) << " IS NOT NULL";
        if (comparable) {
            m_sql << " AND ";
            writeSides(signOf(kind), derived, literal);
        }
        m_sql << ")";
    }

    void writeDerived(const Predicate &derived)
    {
        const bool isInteger = type(derived) == ColumnType::Integer;
        if (derived.kind() == Kind::Size)
            return writeSize(derived);
        if (derived.kind() == Kind::Key && isInteger) {
            m_sql << (isPostgres() ? "" : "CAST(");
            m_sql.column(index(derived)) << (isPostgres() ? "::text COLLATE \"C\"" : " AS TEXT)");
            return;
        }
        if (derived.kind() == Kind::Key)
            return writeColumn(derived);
        m_sql << (isPostgres() ? "(translate(" : "lower(");
        writeColumn(derived);
        m_sql << (isPostgres() ? ", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') COLLATE \"C\")" : ")");
    }

    /// May be compared with larger numbers than there are sizes.
    void writeSize(const Predicate &size)
    {
        const bool list = formOf(type(size)) == Form::List;
        if (isPostgres())
            m_sql << (list ? "cardinality(" : "char_length(");
        else
            m_sql << (list ? "json_array_length(" : "length(");
        if (list)
            m_sql.column(index(size));
        else
            writeColumn(size);
        m_sql << (isPostgres() ? ")::bigint" : ")");
    }

    void writeSides(std::string_view sign, const Predicate &left, const Predicate &right)
    {
        const bool exact = form(left) == Form::Decimal || form(right) == Form::Decimal;
        const auto side = [&](const Predicate &operand, const Predicate &other) {
            if (exact)
                writeDecimal(operand);
            else
                writeOperand(operand, other);
        };
        m_sql << "(";
        side(left, right);
        m_sql << sign;
        side(right, left);
        m_sql << ")";
    }

    /// Null compared with a column: equal where it has no value, and in no order with anything.
    void writeNullTest(Kind kind, const Predicate &operand)
    {
        if (operand.kind() != Kind::Column) {
            const bool both = isNullLiteral(operand);
            m_sql << ((kind == Kind::Equal && both) || (kind == Kind::NotEqual && !both) ? "TRUE" : "FALSE");
            return;
        }
        if (isOrdered(kind)) {
            m_sql << "FALSE";
            return;
        }
        m_sql << "(";
        m_sql.column(index(operand)) << (kind == Kind::Equal ? " IS NULL)" : " IS NOT NULL)");
    }

    /// Two columns are then equal only where both have no value.
    void writeMismatch(Kind kind, const Predicate &left, const Predicate &right)
    {
        const bool columns = left.kind() == Kind::Column && right.kind() == Kind::Column;
        if (isOrdered(kind) || !columns) {
            m_sql << (kind == Kind::NotEqual ? "TRUE" : "FALSE");
            return;
        }
        m_sql << (kind == Kind::Equal ? "(" : "NOT (");
        m_sql.column(index(left)) << " IS NULL AND ";
        m_sql.column(index(right)) << " IS NULL)";
    }

    /// Without a value there is no time to compare.
    void writeTimes(Kind kind, const Predicate &moment, const Predicate &literal)
    {
        m_sql << "coalesce((";
        m_sql.column(index(moment)) << (kind == Kind::Equal ? " = " : kind == Kind::NotEqual ? " <> " : signOf(kind));
        m_sql.parameter(ColumnType::DateTime, literal.value()) << "), FALSE)";
    }

    /// A literal takes the form of the column it stands against.
    void writeOperand(const Predicate &operand, const Predicate &other)
    {
        if (operand.kind() == Kind::Modulo)
            return writeModulo(operand);
        if (operand.kind() == Kind::Column)
            return writeColumn(operand);
        if (isDerived(operand.kind()))
            return writeDerived(operand);
        const bool plain = other.kind() == Kind::Column && hasPlainForm(type(other));
        if (plain)
            m_sql.parameter(type(other), operand.value());
        else
            m_sql.parameter(operand.value());
    }

    /// Whether the column itself compares as its values are shown.
    static bool hasPlainForm(const DataType &type)
    {
        return type != ColumnType::Year && (formOf(type) != Form::Text || type == ColumnType::Text);
    }

    void writeColumn(const Predicate &column)
    {
        const DataType &kept = type(column);
        if (kept == ColumnType::Year)
            m_sql.column(index(column)) << (isPostgres() ? "::bigint" : ""); // is compared with larger numbers, too
        else if (hasPlainForm(kept))
            m_sql.comparable(index(column));
        else
            writeTextForm(m_sql, index(column));
    }

    void writeModulo(const Predicate &modulo)
    {
        m_sql << "(";
        writeOperand(modulo.parts()[0], modulo.parts()[1]);
        m_sql << " % ";
        writeOperand(modulo.parts()[1], modulo.parts()[0]);
        m_sql << ")";
    }

    /// A number whatever it is kept as; on SQLite a text with an order of its own.
    void writeDecimal(const Predicate &operand)
    {
        const bool column = operand.kind() == Kind::Column;
        const bool wholes = form(operand) == Form::Integer;
        m_sql << (isPostgres() ? "" : wholes ? "(CAST(" : "(");
        if (column)
            m_sql.column(index(operand));
        else if (operand.kind() == Kind::Modulo)
            writeModulo(operand);
        else if (isDerived(operand.kind()))
            writeDerived(operand);
        else
            m_sql.parameter(operand.value());
        if (isPostgres())
            m_sql << (column && !wholes ? "" : "::numeric");
        else
            m_sql << (wholes ? " AS TEXT) COLLATE tenantry_decimal)" : " COLLATE tenantry_decimal)");
    }

    void writeTextMember(const Predicate &predicate)
    {
        const Predicate &column = predicate.parts()[0];
        const auto *part = std::get_if<std::string>(&predicate.parts()[1].value().data());
        const bool known = !isDerived(column.kind()) || canDerive(column, m_sql.table());
        if (form(column) != Form::Text || !part || !known) {
            m_sql << "FALSE";
            return;
        }
        m_sql << "coalesce(" << (predicate.opposite() ? "NOT " : "") << "(";
        writeTextTest(predicate.kind(), column, *part);
        m_sql << "), FALSE)";
    }

    void writeTextTest(Kind kind, const Predicate &column, const std::string &part)
    {
        const auto count = std::to_string(QString::fromStdString(part).toUcs4().size());
        const std::string_view cast = isPostgres() ? "::text" : "";
        if (part.empty()) { // every text begins, ends and goes on with it
            m_sql.column(index(column)) << " IS NOT NULL OR NULL";
            return;
        }
        if (kind == Kind::Contains) {
            m_sql << (isPostgres() ? "strpos(" : "instr(");
            writeOperand(column, column);
            m_sql << ", ";
            m_sql.parameter(part) << cast << ") > 0";
            return;
        }
        const bool start = kind == Kind::StartsWith;
        m_sql << (isPostgres() ? (start ? "left(" : "right(") : "substr(");
        writeOperand(column, column);
        m_sql << (isPostgres() ? ", " : start ? ", 1, " : ", -") << count << ") = ";
        m_sql.parameter(part) << cast;
    }

    void writeHolds(const Predicate &predicate)
    {
        const Predicate &column = predicate.parts()[0];
        const sql::Value &item = predicate.parts()[1].value();
        const DataType &list = type(column);
        const bool fits = canHold(list) && predicate.parts()[1].kind() == Kind::Literal &&
                          formOf(DataType(list.element)) == formOf(item);
        if (!fits) { // then no list holds it
            m_sql << (predicate.opposite() && list == ColumnType::List ? "(" : "(FALSE AND ");
            m_sql.column(index(column)) << " IS NOT NULL)";
            return;
        }
        m_sql << "coalesce(" << (predicate.opposite() ? "NOT " : "") << "(";
        if (isPostgres()) {
            m_sql << "coalesce(";
            m_sql.parameter(list.element, item) << " = ANY(";
            m_sql.column(index(column)) << "), ";
            m_sql.column(index(column)) << " IS NULL AND NULL)";
        } else {
            m_sql << "CASE WHEN ";
            m_sql.column(index(column)) << " IS NOT NULL THEN EXISTS (SELECT 1 FROM json_each(";
            m_sql.column(index(column)) << ") AS item WHERE item.value = ";
            m_sql.parameter(item) << ") END";
        }
        m_sql << "), FALSE)";
    }

    StatementBuilder &m_sql;
};

} // namespace

void writePredicate(StatementBuilder &sql, const Predicate &predicate)
{
    PredicateWriter(sql).write(predicate);
}

} // namespace tenantry::data
