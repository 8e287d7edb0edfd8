// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packages/packageservice.h"

#include "core/access/roles/rolestore.h"
#include "core/apps/appmanager.h"
#include "core/apps/appservice.h"
#include "core/apps/appstore.h"
#include "core/base/slug.h"
#include "core/data/cataloguechange.h"
#include "core/data/graph/edgestable.h"
#include "core/data/schema/tablelookup.h"
#include "core/data/schema/tablestore.h"

using namespace Qt::StringLiterals;

namespace tenantry::packages {

namespace {

using data::CatalogueEffect;
using data::Changed;

const QString sameAlready = u"It is the same already."_s;

struct Outcome
{
    PackageReport report;
    bool needsRebuild = false; ///< nothing was done, since the write was not of that kind
};

/// What it takes to make secrets.
struct SecretKeeper
{
    const secrets::Vault &vault;
    QString siteUuid;
    QString username; ///< who is in their history
};

/// One import, in any transaction, also again.
class PackageImport
{
public:
    PackageImport(AppPackage package, const PackageOptions &options, const data::Author &author, SecretKeeper keeper,
                  std::chrono::milliseconds limit)
        : m_package(std::move(package))
        , m_keeper(std::move(keeper))
        , m_options(options)
        , m_author(author)
        , m_limit(limit)
        , m_slug(options.slug ? *options.slug : m_package.app.slug.value_or(slugFrom(*m_package.app.name, u"app"_s)))
    {
    }

    /// What it comes to, without doing it.
    Result<PackageReport> rehearse(sql::Session &session) const
    {
        const std::optional<apps::App> before = TRY(existing(session));
        const apps::App app = TRY(wanted(before));
        const access::PortableRolePlan roles = TRY(planRoles(session, before));
        const data::SchemaPlan plan = TRY(planTables(session, app, before.has_value()));
        const access::PortablePolicyPlan policies = TRY(planPolicies(session, before));
        const secrets::PortableSecretPlan secrets = TRY(planSecrets(session, before));
        return reportOf(before.has_value(), roles, plan, policies, secrets);
    }

    Result<Changed<Outcome>> run(sql::Transaction &transaction, sql::WriteKind kind) const
    {
        TRY(data::limitTime(transaction, m_limit));
        if (!m_package.roles.empty())
            TRY(access::rolestore::lock(transaction));
        const std::optional<apps::App> before = TRY(existing(transaction));
        apps::App app = TRY(wanted(before));
        const access::PortableRolePlan roles = TRY(planRoles(transaction, before));
        data::SchemaPlan plan = TRY(planTables(transaction, app, before.has_value()));
        TRY(data::settleLosses(transaction, plan, data::DataLoss::Refuse));
        if (plan.needsRebuild() && kind != sql::WriteKind::Rebuild)
            return Changed<Outcome>{Outcome{{}, true}, CatalogueEffect::None};
        if (before)
            TRY(apps::appstore::update(transaction, app));
        else
            app.id = TRY(apps::appstore::insert(transaction, app));
        TRY(access::takePortableRoles(transaction, app.id, app.slug, m_package.roles, m_package.rolePlaces,
                                      m_author.now));
        TRY(data::carryOut(transaction, app, plan, m_author));
        const access::PortablePolicyPlan policies = TRY(planPolicies(transaction, before));
        TRY(access::takePortablePolicies(transaction, policies, app.id, m_author.id, m_author.now));
        const secrets::PortableSecretPlan secrets = TRY(planSecrets(transaction, before));
        TRY(secrets::takePortableSecrets(transaction, m_keeper.vault, m_keeper.siteUuid, app.id, m_package.secrets,
                                         secrets, m_keeper.username, m_author.now));
        return Changed<Outcome>{Outcome{reportOf(before.has_value(), roles, plan, policies, secrets), false},
                                CatalogueEffect::Changed};
    }

private:
    Result<std::optional<apps::App>> existing(sql::Session &session) const
    {
        if (isReservedSlug(m_slug))
            return failure(Error::field(u"slug"_s, u"is reserved; choose another"_s));
        std::optional<apps::App> app = TRY(apps::appstore::find(session, m_slug));
        if (app ? m_options.existing == ExistingApp::Refuse : TRY(apps::appstore::isSlugTaken(session, m_slug))) {
            return failure(ErrorCode::Conflict, u"The slug '%1' is used by another app of this site."_s.arg(m_slug),
                           app ? u"Import with overwrite=true to change it, or with another slug."_s
                               : u"Choose another slug; deleted apps keep theirs."_s);
        }
        return app;
    }

    /// The app as it will be.
    Result<apps::App> wanted(const std::optional<apps::App> &before) const
    {
        apps::App app = before.value_or(apps::App());
        app.slug = m_slug;
        app.name = *m_package.app.name;
        app.description = m_package.app.description.value_or(app.description);
        app.updatedAt = app.settings.updatedAt = m_author.now;
        if (before) {
            app.modifiedBy = m_author.id;
        } else {
            app.createdBy = m_author.id;
            app.createdAt = app.settings.createdAt = m_author.now;
            app.settings.displayName = app.name;
        }
        TRY(apps::applySettings(app.settings, m_package.app.settings, u"settings."_s));
        return app;
    }

    Result<access::PortableRolePlan> planRoles(sql::Session &session, const std::optional<apps::App> &before) const
    {
        if (m_package.roles.empty())
            return access::PortableRolePlan();
        const access::RoleBook book = TRY(access::rolestore::load(session));
        const std::optional<std::int64_t> appId = before ? std::optional(before->id) : std::nullopt;
        return access::planPortableRoles(book, appId, m_slug, m_package.roles, m_package.rolePlaces);
    }

    Result<access::PortablePolicyPlan> planPolicies(sql::Session &session, const std::optional<apps::App> &before) const
    {
        QStringList roles;
        for (const access::PortableRole &role : m_package.roles)
            roles.append(role.name);
        if (before && !m_package.policies.empty()) {
            const access::RoleBook book = TRY(access::rolestore::load(session));
            for (const access::AppRole *role : book.ofApp(before->id))
                roles.append(role->name);
        }
        const std::optional<std::int64_t> appId = before ? std::optional(before->id) : std::nullopt;
        return access::planPortablePolicies(session, appId, m_package.policies, m_package.policyPlaces, roles);
    }

    Result<secrets::PortableSecretPlan> planSecrets(sql::Session &session, const std::optional<apps::App> &before) const
    {
        const std::optional<std::int64_t> appId = before ? std::optional(before->id) : std::nullopt;
        return secrets::planPortableSecrets(session, appId, m_package.secrets);
    }

    Result<data::SchemaPlan> planTables(sql::Session &session, const apps::App &app, bool isThere) const
    {
        data::AppTables tables{m_slug, {}};
        if (isThere)
            tables = TRY(data::tablesOf(session, app));
        std::vector<data::TableDraft> drafts;
        for (std::size_t i = 0; i < m_package.tables.size(); ++i) {
            const data::JsonPath path(QString::fromStdString(m_package.files[i]));
            drafts.push_back(data::readTableDraft(m_slug, m_package.tables[i], data::DraftForm::Table, path));
        }
        if (drafts.empty())
            return data::SchemaPlan();
        const data::DdlWriter ddl = TRY(data::DdlWriter::of(session));
        return data::planSchema(tables, std::move(drafts), ddl);
    }

    void addRoles(PackageReport &report, const access::PortableRolePlan &plan) const
    {
        if (!plan.created.empty())
            report.created[u"roles"_s] = std::int64_t(plan.created.size());
        if (!plan.updated.empty())
            report.updated[u"roles"_s] = std::int64_t(plan.updated.size());
        for (const std::size_t index : plan.unchanged)
            report.skipped.push_back({u"roles"_s, m_package.roles[index].name, sameAlready});
    }

    void addPolicies(PackageReport &report, const access::PortablePolicyPlan &plan) const
    {
        if (!plan.created.empty())
            report.created[u"policies"_s] = std::int64_t(plan.created.size());
        if (!plan.updated.empty())
            report.updated[u"policies"_s] = std::int64_t(plan.updated.size());
        for (const QString &id : plan.unchanged)
            report.skipped.push_back({u"policies"_s, id, sameAlready});
        report.warnings.append(plan.warnings);
    }

    void addSecrets(PackageReport &report, const secrets::PortableSecretPlan &plan) const
    {
        if (!plan.created.empty())
            report.created[u"secrets"_s] = std::int64_t(plan.created.size());
        for (const std::size_t index : plan.created)
            report.warnings.append(
                u"The secret '%1' has a placeholder for its value; give it one."_s.arg(m_package.secrets[index].key));
        for (const std::size_t index : plan.present)
            report.skipped.push_back(
                {u"secrets"_s, m_package.secrets[index].key, u"It is there, and stays as it is."_s});
        for (const std::size_t index : plan.unknownType)
            report.skipped.push_back({u"secrets"_s, m_package.secrets[index].key,
                                      u"The site has no secret type '%1'."_s.arg(m_package.secrets[index].type)});
    }

    PackageReport reportOf(bool isThere, const access::PortableRolePlan &roles, const data::SchemaPlan &plan,
                           const access::PortablePolicyPlan &policies, const secrets::PortableSecretPlan &secrets) const
    {
        PackageReport report{m_slug, {}, {}, m_package.skipped, plan.warnings};
        (isThere ? report.updated : report.created)[u"app"_s] = 1;
        addRoles(report, roles);
        addPolicies(report, policies);
        addSecrets(report, secrets);
        for (const data::TablePlan &table : plan.tables) {
            if (table.action == data::TableAction::Created)
                ++report.created[u"datatables"_s];
            else if (table.action == data::TableAction::Updated)
                ++report.updated[u"datatables"_s];
            else
                report.skipped.push_back(
                    {u"datatables"_s, QString::fromStdString(table.record.table.name), sameAlready});
        }
        return report;
    }

    AppPackage m_package;
    SecretKeeper m_keeper;
    PackageOptions m_options;
    data::Author m_author;
    std::chrono::milliseconds m_limit; ///< for one statement
    QString m_slug;
};

Later<PackageReport> carryOut(const Site &site, std::shared_ptr<const PackageImport> import, sql::WriteKind kind)
{
    return data::changeCatalogue(
               site, [import, kind](sql::Transaction &transaction) { return import->run(transaction, kind); }, kind)
        .andThen([site, import](Outcome outcome) -> Later<PackageReport> {
            if (outcome.needsRebuild)
                return carryOut(site, import, sql::WriteKind::Rebuild);
            return Result<PackageReport>(std::move(outcome.report));
        });
}

} // namespace

Result<QByteArray> PackageService::exportApp(const Site &site, const SitePrincipal &principal, const QString &app,
                                             PackageParts parts) const
{
    TRY(apps::requireAppManager(principal));
    return site.read(
        [&](sql::Session &session) -> Result<QByteArray> {
            const std::optional<apps::App> found = TRY(apps::appstore::find(session, app));
            if (!found)
                return failure(apps::appNotFound(app));
            PackageContents contents;
            if (parts.tables)
                contents.tables = TRY(data::tablestore::ofApp(session, found->id));
            // What holds edges comes with the table that declares them.
            std::erase_if(contents.tables,
                          [](const data::TableRecord &record) { return data::edgestable::isOne(record.table); });
            if (parts.roles)
                contents.roles = access::portableRoles(TRY(access::rolestore::load(session)), found->id);
            if (parts.policies)
                contents.policies = TRY(access::portablePolicies(session, found->id));
            if (parts.secrets)
                contents.secrets = TRY(secrets::portableSecrets(session, found->id));
            return writeZip(packageFiles(*found, contents));
        },
        sql::ReadKind::Snapshot);
}

Later<PackageReport> PackageService::importApp(const Site &site, const SitePrincipal &principal, AppPackage package,
                                               const PackageOptions &options) const
{
    TRY(apps::requireAppManager(principal));
    const auto import =
        std::make_shared<const PackageImport>(std::move(package), options, data::Author{principal.id, m_clock.now()},
                                              SecretKeeper{m_vault, site.uuid(), principal.username}, m_limit);
    if (options.run == PackageRun::DryRun)
        return site.read([&](sql::Session &session) { return import->rehearse(session); });
    return carryOut(site, import, sql::WriteKind::Alone);
}

} // namespace tenantry::packages
