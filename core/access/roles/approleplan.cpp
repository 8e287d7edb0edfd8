// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/roles/approleplan.h"

#include "core/access/roles/rolenames.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace tenantry::access {

namespace {

const QString nameTaken = u"The app has a role of this name already."_s;
const QString slugTaken = u"A role with the slug '%1' is there already; choose another name."_s;
const QString noParent = u"The app has no role '%1'."_s;

class Planner
{
public:
    Planner(const RoleBook &book, std::int64_t appId, const QString &appSlug, const std::vector<AppRoleDraft> &drafts,
            const QStringList &places)
        : m_book(book)
        , m_appId(appId)
        , m_appSlug(appSlug)
        , m_drafts(drafts)
        , m_places(places)
    {
        for (const AppRole *role : book.ofApp(appId))
            m_names.insert(role->name);
    }

    Result<std::vector<PlannedAppRole>> plan()
    {
        for (std::size_t i = 0; i < m_drafts.size(); ++i)
            read(i);
        for (PlannedAppRole &planned : m_waiting)
            findParent(planned);
        if (m_problems.empty())
            order();
        if (!m_problems.empty())
            return failure(Error::invalid(std::move(m_problems)));
        return std::move(m_ordered);
    }

private:
    void problem(std::size_t draft, const QString &field, const QString &message)
    {
        m_problems.push_back({m_places[qsizetype(draft)] + field, message});
    }

    void read(std::size_t index)
    {
        const AppRoleDraft &draft = m_drafts[index];
        PlannedAppRole planned;
        planned.draft = index;
        planned.role.appId = m_appId;
        planned.role.name = draft.name;
        planned.role.slug = appRoleSlug(m_appSlug, draft.name);
        planned.role.description = draft.description;
        if (const auto wrong = roleNameProblem(draft.name))
            problem(index, u"name"_s, *wrong);
        else if (m_names.contains(draft.name))
            problem(index, u"name"_s, nameTaken);
        else if (m_newSlugs.contains(planned.role.slug) || m_book.appRole(planned.role.slug) ||
                 m_book.siteRole(planned.role.slug))
            problem(index, u"name"_s, slugTaken.arg(planned.role.slug));
        m_names.insert(draft.name);
        m_newSlugs.insert(planned.role.slug);
        m_waiting.push_back(std::move(planned));
    }

    void findParent(PlannedAppRole &planned)
    {
        const std::optional<QString> &slug = m_drafts[planned.draft].parentSlug;
        if (!slug)
            return;
        const AppRole *parent = m_book.appRole(*slug);
        if (parent && parent->appId == m_appId)
            planned.role.parentId = parent->id;
        else if (m_newSlugs.contains(*slug))
            planned.newParent = slug;
        else
            problem(planned.draft, u"parent_slug"_s, noParent.arg(*slug));
    }

    /// Takes those whose parent is there or was taken before, until none is left, or all that are left wait for each
    /// other.
    void order()
    {
        QSet<QString> taken;
        while (!m_waiting.empty()) {
            std::vector<PlannedAppRole> left;
            for (PlannedAppRole &planned : m_waiting) {
                if (planned.newParent && !taken.contains(*planned.newParent)) {
                    left.push_back(std::move(planned));
                    continue;
                }
                taken.insert(planned.role.slug);
                m_ordered.push_back(std::move(planned));
            }
            if (left.size() == m_waiting.size()) {
                for (const PlannedAppRole &planned : left)
                    problem(planned.draft, u"parent_slug"_s, u"These roles would be above themselves."_s);
                return;
            }
            m_waiting = std::move(left);
        }
    }

    const RoleBook &m_book;
    std::int64_t m_appId;
    const QString &m_appSlug;
    const std::vector<AppRoleDraft> &m_drafts;
    const QStringList &m_places;
    QSet<QString> m_names; ///< that the app has or will have
    QSet<QString> m_newSlugs;
    std::vector<PlannedAppRole> m_waiting;
    std::vector<PlannedAppRole> m_ordered;
    std::vector<FieldError> m_problems;
};

} // namespace

Result<std::vector<PlannedAppRole>> planAppRoles(const RoleBook &book, std::int64_t appId, const QString &appSlug,
                                                 const std::vector<AppRoleDraft> &drafts, const QStringList &places)
{
    return Planner(book, appId, appSlug, drafts, places).plan();
}

Result<const AppRole *> newParent(const RoleBook &book, const AppRole &role, const std::optional<QString> &parentSlug)
{
    if (!parentSlug)
        return nullptr;
    const AppRole *parent = book.appRole(*parentSlug);
    if (!parent || parent->appId != role.appId)
        return failure(Error::field(u"parent_slug"_s, noParent.arg(*parentSlug)));
    if (book.isWithin(*parent, role))
        return failure(Error::field(u"parent_slug"_s, u"The role would be above itself."_s));
    return parent;
}

} // namespace tenantry::access
