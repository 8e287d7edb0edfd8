// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/allowedactions.h"

#include "core/data/query/conditionwriter.h"
#include "core/data/query/nearestname.h"
#include "core/data/query/queryplanner.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

struct Named
{
    const char *name;
    access::Action action;
};

constexpr std::array actions{
    Named{"read", access::Action::Read},
    Named{"create", access::Action::Create},
    Named{"update", access::Action::Update},
    Named{"delete", access::Action::Delete},
};

Result<access::Action> actionNamed(const QString &name)
{
    std::vector<std::string> names;
    for (const Named &known : actions) {
        if (name == QLatin1StringView(known.name))
            return known.action;
        names.emplace_back(known.name);
    }
    const std::optional<std::string> nearest = nearestName(name.toStdString(), names);
    return failure(Error::field(u"allowed_actions"_s,
                                u"There is no action '%1'. %2"_s.arg(
                                    name, nearest ? u"Did you mean '%1'?"_s.arg(QString::fromStdString(*nearest))
                                                  : u"There are read, create, update and delete."_s)));
}

/// What an action demands of a row that the caller sees, as writes do; nothing where it is never allowed.
std::optional<WritePlan> demandsOf(const std::shared_ptr<const Table> &table, access::Action action,
                                   const AllowedActions::Decide &decide)
{
    const access::Decision decision = decide.onRows(action);
    Result<Guards> allowed = QueryPlanner(table).guards(decision, {});
    Result<EndGuards> ends = guardsOfEnds(*table, action, decision, decide.onNodes);
    if (!allowed || !ends)
        return std::nullopt;
    WritePlan demanded;
    demanded.table = table;
    demanded.allowed = std::move(*allowed);
    demanded.ends = std::move(*ends);
    return demanded;
}

void writeDemands(StatementBuilder &sql, const WritePlan &demanded)
{
    sql << "(";
    writeGuards(sql, demanded.allowed);
    for (const Condition &end : lowerEndAmong(demanded.table, demanded.ends.changeable)) {
        sql << " AND ";
        writeCondition(sql, end);
    }
    sql << ")";
}

} // namespace

Result<std::optional<AllowedActions>> AllowedActions::plan(const Parameters &parameters, const Decide &decide,
                                                           QueryPlan &plan)
{
    QStringList names;
    for (const auto &[name, text] : parameters) {
        if (name == "allowed_actions"_L1)
            names += text.split(u',', Qt::SkipEmptyParts);
    }
    if (names.isEmpty())
        return std::optional<AllowedActions>();
    names.removeDuplicates();
    AllowedActions result;
    for (const QString &name : names) {
        const access::Action action = TRY(actionNamed(name.trimmed()));
        const std::optional<WritePlan> demanded = demandsOf(plan.rows.table, action, decide);
        Asked asked{name.trimmed().toStdString()};
        if (demanded && !demanded->isLimited()) {
            asked.effect = access::Effect::Always;
        } else if (demanded) {
            asked.effect = access::Effect::Conditional;
            asked.column = plan.extraIndex(plan.extras.size());
            plan.extras.push_back(
                {{}, ColumnType::Boolean, [demanded](StatementBuilder &sql) { writeDemands(sql, *demanded); }});
        }
        result.m_asked.push_back(std::move(asked));
    }
    return std::optional(std::move(result));
}

void AllowedActions::add(const sql::Cursor &row, json::Writer &writer)
{
    writer.key("_allowed_actions").beginArray();
    for (const Asked &asked : m_asked) {
        if (asked.effect == access::Effect::Always ||
            (asked.effect == access::Effect::Conditional && row.boolean(asked.column)))
            writer.value(std::string_view(asked.name));
    }
    writer.endArray();
}

} // namespace tenantry::data
