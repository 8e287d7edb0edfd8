// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/transfer/rowimport.h"

#include "core/data/transfer/importwriter.h"

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Lines that the database refused in spite of the checks, since somebody wrote meanwhile: "12.title" is field `title`
/// of the row in line 12.
Result<ImportReport> asReport(const Error &error)
{
    ImportReport report;
    for (const FieldError &field : error.fields) {
        bool numbered = false;
        const std::int64_t line = field.path.section(u'.', 0, 0).toLongLong(&numbered);
        if (!numbered)
            return failure(error);
        report.add({line, 0}, field.path.section(u'.', 1), field.message);
    }
    report.failed = std::int64_t(report.problems.size());
    return report.failed > 0 ? Result<ImportReport>(std::move(report)) : failure(error);
}

bool dependsOnRow(const WritePlan &plan)
{
    return plan.isLimited() || !plan.visible.empty() || !plan.ends.visible.empty();
}

/// Whether access control has a say about each row that is written, which the checks do not ask.
bool dependsOnRow(const ImportPlan &plan)
{
    return dependsOnRow(plan.create) || (plan.find && dependsOnRow(*plan.find)) ||
           (plan.change && dependsOnRow(*plan.change)) || (plan.remove && dependsOnRow(*plan.remove));
}

} // namespace

struct RowImport::Checked
{
    ImportPlan plan;
    ImportReport report;
    std::shared_ptr<const StagedRows> rows;
};

Result<RowImport::Checked> RowImport::check(const RowCaller &caller, const ImportRequest &request) const
{
    return m_access.read(caller, sql::ReadKind::Plain, [&](const TableView &view) {
        return planImport(m_access, caller, view, request.mode, request.uniqueFields).map([](ImportPlan ready) {
            return [plan = std::move(ready)](sql::Session &session) -> Result<Checked> {
                Checked checked{plan, {}, {}};
                if (plan.mode == ImportMode::Replace)
                    checked.report.deleted = TRY(countReplaced(session, plan));
                return checked;
            };
        });
    });
}

Later<ImportReport> RowImport::run(const RowCaller &caller, const ImportRequest &request) const
{
    Checked checked = TRY(check(caller, request));
    const RowParser parser(*checked.plan.view.table, m_access.clock());
    const std::string_view text(request.content.data(), std::size_t(request.content.size()));
    const auto source = TRY(RowSource::open(request.format, text, *checked.plan.view.table, parser));
    ImportValidator validator(
        caller.site, checked.plan.view,
        {request.mode, checked.plan.identity, request.abandoned, request.passed, request.progress}, m_room);
    const std::int64_t deleted = checked.report.deleted;
    checked.report = TRY(validator.run(*source));
    checked.rows = validator.staged();
    checked.report.deleted = checked.report.failed > 0 ? 0 : deleted;
    const bool dryRun = request.run == ImportRun::DryRun;
    if (checked.report.failed > 0 || (dryRun && !dependsOnRow(checked.plan)))
        return Result<ImportReport>(std::move(checked.report));
    if (request.abandoned())
        return failure(ErrorCode::Cancelled, u"The client has gone; nothing was imported."_s);
    request.progress->writing(0);

    const auto plan = [this, caller, mode = request.mode, names = request.uniqueFields,
                       hash = checked.plan.view.table->schemaHash](const TableView &view) -> Result<ImportPlan> {
        if (view.table->schemaHash != hash)
            return failure(ErrorCode::Conflict, u"The definition of the datatable has changed meanwhile."_s,
                           u"Nothing was imported; import the file again."_s);
        return planImport(m_access, caller, view, mode, names);
    };
    const WriteContext context{.author = caller.principal.id,
                               .at = m_access.clock().now(),
                               .mode = dryRun ? WriteMode::Rehearse : WriteMode::Commit,
                               .settlesLater = true};
    const auto write = [rows = checked.rows, context, progress = request.progress](sql::Transaction &transaction,
                                                                                   const ImportPlan &ready) {
        return writeImport(transaction, ready, *rows, context, *progress);
    };
    return m_access.write(caller, dryRun ? sql::WriteKind::Rehearsal : sql::WriteKind::Alone, plan, write)
        .map([](Result<ImportReport> report) -> Result<ImportReport> {
            if (!report)
                return asReport(report.error());
            return report;
        });
}

} // namespace tenantry::data
