// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/columntype.h"
#include "core/data/reflection/followed.h"
#include "core/data/reflection/reflectedtype.h"
#include "core/data/reflection/storedrules.h"
#include "core/data/schema/alterwriter.h"
#include "core/data/schema/checkconditions.h"
#include "core/data/search/searchindex.h"
#include "core/data/tablename.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// What of a field says its type, or only holds for one.
constexpr std::array typeKeys{"type", "format", "arrayItem", "x-pg-type"};
constexpr std::array ruleKeys{"minLength", "maxLength", "minimum", "maximum", "enum", "pattern"};
/// What of a field the database holds.
constexpr std::array heldKeys{"name",    "type",        "format",  "arrayItem", "x-pg-type",
                              "default", "constraints", "comment", "x-auto"};

Error conflict(const PhysicalColumn &column, const QString &message, const QString &remedy)
{
    const QString name = QString::fromStdString(column.name);
    Error error = Error::make(ErrorCode::Conflict, u"The column '%1' %2."_s.arg(name, message), remedy);
    error.fields.push_back({name, message});
    return error;
}

class ColumnFollower
{
public:
    ColumnFollower(const FollowedTable &table, Followed &followed)
        : m_table(table)
        , m_before(table.before)
        , m_physical(table.physical)
        , m_followed(followed)
    {
    }

    Result<void> follow()
    {
        json::Array fields;
        for (const json::Value &field : m_before.definition["fields"].array()) {
            const Column &column = *m_before.column(field["name"].string());
            if (const PhysicalColumn *physical = m_physical.column(column.name))
                fields.push_back(TRY(followField(field, column, *physical)));
        }
        for (const PhysicalColumn &physical : m_physical.columns) {
            const bool isSearch = m_physical.hasSearch && physical.name == searchColumn;
            if (!isSearch && !m_before.column(physical.name))
                fields.push_back(TRY(newField(physical)));
        }
        m_followed.definition.set("fields", json::Value(std::move(fields)));
        followChecks();
        return {};
    }

private:
    bool isPostgres() const { return m_table.ddl.dialect() == sql::Dialect::Postgres; }

    bool isKey(const std::string &column) const
    {
        const auto &key = m_physical.primaryKey;
        return std::find(key.begin(), key.end(), column) != key.end();
    }

    Result<ReflectedType> typeOf(const PhysicalColumn &physical) const
    {
        if (physical.computed)
            return failure(conflict(physical, u"is computed by the database, which no field is"_s,
                                    u"Drop it, or make it a plain column; nothing was changed."_s));
        std::optional<ReflectedType> type = reflectedType(physical, m_table.ddl.dialect());
        if (!type)
            return failure(conflict(physical, u"has the type %1, which no field is kept as"_s.arg(typeText(physical)),
                                    u"Give it a type that docs/datatables.md lists; nothing was changed."_s));
        return std::move(*type);
    }

    /// Has the column made as the server makes one of the type.
    void adoptType(const PhysicalColumn &physical, const DataType &type)
    {
        Column column;
        column.name = physical.name;
        column.type = type;
        if (isKeptAs(physical, column, m_table.ddl))
            return;
        m_followed.makeRoom(m_table, OperationKind::AlterType, physical.name,
                            AlterWriter(m_table.ddl.space())
                                .alterType(m_before, column,
                                           sql::quoteIdentifier(physical.name) + "::" + m_table.ddl.columnType(column)),
                            u"kept like every field of its type"_s);
    }

    Result<json::Value> followField(const json::Value &written, const Column &column, const PhysicalColumn &physical)
    {
        json::Object field = written.object();
        if (m_table.metadata == Metadata::Drop)
            dropMetadata(field, column);
        DataType type = column.type;
        std::optional<std::int64_t> length;
        const bool fits = !physical.computed && isKeptAs(physical, column, m_table.ddl);
        if (!fits) {
            ReflectedType found = TRY(typeOf(physical));
            if (found.type != column.type)
                changeType(field, found);
            type = found.type;
            adoptType(physical, type);
            length = found.maxLength;
        }
        m_types.emplace(column.name, type);
        if (type == column.type)
            dropLostRules(field, column);
        takeLength(field, column.name, length);
        setRequired(field, column.name, physical);
        TRY(followDefault(field, column, type, physical));
        followComment(field, physical);
        return json::Value(std::move(field));
    }

    Result<json::Value> newField(const PhysicalColumn &physical)
    {
        if (const auto problem = columnNameProblem(physical.name))
            return failure(
                conflict(physical, u"cannot be a field: the name "_s + *problem, u"Rename it; nothing was changed."_s));
        const ReflectedType found = TRY(typeOf(physical));
        json::Object field;
        field.set("name", physical.name);
        for (const auto &[key, value] : found.spelling)
            field.set(key, value);
        adoptType(physical, found.type);
        takeLength(field, physical.name, found.maxLength);
        m_types.emplace(physical.name, found.type);
        setRequired(field, physical.name, physical);
        takeDefault(field, found.type, physical);
        followComment(field, physical);
        return json::Value(std::move(field));
    }

    static void dropMetadata(json::Object &field, const Column &column)
    {
        std::vector<std::string> keys;
        for (const auto &[key, value] : field)
            keys.push_back(key);
        for (const std::string &key : keys) {
            if (std::find(heldKeys.begin(), heldKeys.end(), key) == heldKeys.end())
                field.remove(key);
        }
        if (column.type == ColumnType::Text)
            field.remove("format");
    }

    static void changeType(json::Object &field, const ReflectedType &found)
    {
        for (const char *key : typeKeys)
            field.remove(key);
        for (const auto &[key, value] : found.spelling)
            field.set(key, value);
        for (const char *key : ruleKeys)
            constraintsOf(field).remove(key);
        field.remove("default");
        field.remove("x-auto");
    }

    /// What the length of a type asks has to be asked by a check once the type has none.
    void takeLength(json::Object &field, const std::string &column, const std::optional<std::int64_t> &length)
    {
        if (!length || constraintsOf(field).contains("maxLength"))
            return;
        constraintsOf(field).set("maxLength", *length);
        m_followed.unheldRules.emplace(column, ConstraintKind::MaxLength);
    }

    void setRequired(json::Object &field, const std::string &name, const PhysicalColumn &physical) const
    {
        const json::Value *constraints = field.find("constraints");
        const bool was = constraints && (*constraints)["required"].boolean();
        if (isKey(name) || was == physical.notNull)
            return;
        if (physical.notNull)
            constraintsOf(field).set("required", true);
        else
            constraintsOf(field).remove("required");
    }

    /// Texts of defaults differ where values do not.
    Result<bool> isSameDefault(const std::string &expected, const std::string &found) const
    {
        if (withoutParentheses(expected) == withoutParentheses(found))
            return true;
        if (expected.empty() || found.empty() || !isPostgres() || !isConstant(expected) || !isConstant(found))
            return false;
        return m_table.areEqual(expected, found);
    }

    Result<void> followDefault(json::Object &field, const Column &column, const DataType &type,
                               const PhysicalColumn &physical)
    {
        const bool isCounted = column.generated && type == ColumnType::Integer;
        const bool isMade = column.generated && physical.fallback.empty();
        if (isCounted || isMade)
            return {};
        if (type == column.type && TRY(isSameDefault(m_table.ddl.defaultExpression(column), physical.fallback)))
            return {};
        const std::optional<json::Value> stored = readStoredDefault(physical.fallback, type, m_table.ddl);
        if (stored && column.generated && *stored == json::Value("gen_random_uuid()"))
            return {};
        if (stored && column.fallback == stored)
            return {};
        field.remove("default");
        takeDefault(field, type, physical);
        return {};
    }

    void takeDefault(json::Object &field, const DataType &type, const PhysicalColumn &physical)
    {
        const bool isCounter = isKey(physical.name) && physical.fallback.starts_with("nextval(");
        if (physical.fallback.empty() || isCounter)
            return;
        const std::optional<json::Value> value = readStoredDefault(physical.fallback, type, m_table.ddl);
        if (!value)
            m_followed.remark(
                u"The default of '%1' is none that a definition can say; it stays in the database only."_s.arg(
                    QString::fromStdString(physical.name)));
        else if (!value->isNull())
            field.set("default", *value);
    }

    void followComment(json::Object &field, const PhysicalColumn &physical) const
    {
        if (!isPostgres())
            return;
        if (physical.comment.empty())
            field.remove("comment");
        else
            field.set("comment", physical.comment);
    }

    bool hasCheck(const std::string &name) const
    {
        return std::any_of(m_physical.checks.begin(), m_physical.checks.end(),
                           [&](const PhysicalCheck &check) { return check.name == name; });
    }

    /// Rules whose checks are gone; those that no check stands for are the definition's own.
    void dropLostRules(json::Object &field, const Column &column)
    {
        const auto checks = checkConditions(column, sql::quoteIdentifier(column.name), m_table.ddl.dialect());
        for (const CheckCondition &check : checks) {
            const std::string name = constraintName(m_before.physicalName, check.kind, column.name);
            if (hasCheck(name))
                m_knownChecks.insert(name);
            else
                constraintsOf(field).remove(spellingOf(check.kind).toStdString());
        }
        const bool hasPattern = !column.constraints.pattern.empty();
        const bool isHeld = std::any_of(checks.begin(), checks.end(), [](const CheckCondition &check) {
            return check.kind == ConstraintKind::Pattern;
        });
        if (hasPattern && !isHeld && m_table.metadata == Metadata::Drop)
            constraintsOf(field).remove("pattern");
    }

    void followChecks()
    {
        for (const PhysicalCheck &check : m_physical.checks) {
            const std::string loop = constraintName(m_before.physicalName, ConstraintKind::Loop, {});
            if (!m_knownChecks.contains(check.name) && check.name != loop && !takeCheck(check))
                m_followed.remark(
                    u"The check (%1) is none that a definition can say; it stays in the database only."_s.arg(
                        QString::fromStdString(std::string(withoutParentheses(check.condition)))));
        }
    }

    bool takeCheck(const PhysicalCheck &check)
    {
        const auto rules = readStoredCheck(check.condition, m_types);
        if (!rules)
            return false;
        for (const StoredRule &rule : *rules) {
            const json::Value *constraints = fieldOf(m_followed.definition, rule.column)->find("constraints");
            if (constraints && !(*constraints)[spellingOf(rule.kind).toStdString()].isNull())
                return false;
        }
        for (const StoredRule &rule : *rules) {
            const bool isOwn =
                rules->size() == 1 && check.name == constraintName(m_before.physicalName, rule.kind, rule.column);
            constraintsOf(*fieldOf(m_followed.definition, rule.column))
                .set(spellingOf(rule.kind).toStdString(), rule.value);
            if (isPostgres() && !isOwn)
                m_followed.unheldRules.emplace(rule.column, rule.kind);
            if (isOwn)
                return true;
        }
        if (isPostgres())
            m_followed.makeRoom(m_table, OperationKind::DropCheck, rules->front().column,
                                "ALTER TABLE " + m_table.ddl.space().table(m_before.physicalName) +
                                    " DROP CONSTRAINT " + sql::quoteIdentifier(check.name),
                                u"made again under the server's name"_s);
        return true;
    }

    const FollowedTable &m_table;
    const Table &m_before;
    const PhysicalTable &m_physical;
    Followed &m_followed;
    ColumnTypes m_types;
    std::set<std::string> m_knownChecks;
};

} // namespace

Result<void> followColumns(const FollowedTable &table, Followed &followed)
{
    return ColumnFollower(table, followed).follow();
}

} // namespace tenantry::data
