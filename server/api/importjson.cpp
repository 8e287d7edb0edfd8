// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/importjson.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using data::ImportReport;
using data::ImportState;
using data::ImportStatus;

void writeProblems(json::Writer &writer, const ImportReport &report)
{
    writer.key("errors").beginArray();
    for (const auto &[place, field, message] : report.problems) {
        writer.beginObject().member("line", place.line).member("row", place.row).key("field");
        if (field.isEmpty())
            writer.null();
        else
            writer.value(field);
        writer.member("message", message).endObject();
    }
    writer.endArray();
}

std::string_view nameOf(ImportState state)
{
    switch (state) {
    case ImportState::Waiting:
        return "PENDING";
    case ImportState::Checking:
    case ImportState::Writing:
        return "STARTED";
    case ImportState::Done:
        return "SUCCESS";
    case ImportState::Failed:
        return "FAILURE";
    case ImportState::Cancelled:
        return "REVOKED";
    }
    Q_UNREACHABLE();
}

void writeTime(json::Writer &writer, std::string_view name, Micros time)
{
    writer.key(name);
    if (time == 0)
        writer.null();
    else
        writer.value(formatDateTime(time));
}

void writeResult(json::Writer &writer, const std::optional<ImportReport> &report)
{
    writer.key("result");
    if (!report) {
        writer.null();
        return;
    }
    writer.beginObject().member("inserted", report->inserted).member("updated", report->updated);
    writer.member("deleted", report->deleted).member("failed", report->failed).member("rows", report->rows);
    writeProblems(writer, *report);
    writer.endObject();
}

void writeHowFar(json::Writer &writer, const ImportStatus &status)
{
    const bool writing = status.state == ImportState::Writing;
    writer.key("progress").beginObject().member("phase", writing ? "writing" : "checking");
    writer.member("bytes", status.bytes).member("total_bytes", status.size);
    writer.member("rows", status.rows).member("written", status.written).endObject();
}

} // namespace

QByteArray reportJson(const ImportReport &report, const data::ImportRequest &request)
{
    QByteArray out;
    json::Writer writer(out);
    writer.beginObject().member("inserted", report.inserted).member("updated", report.updated);
    if (request.mode == data::ImportMode::Replace)
        writer.member("deleted", report.deleted);
    writer.member("failed", report.failed).member("rows", report.rows);
    writer.member("dry_run", request.run == data::ImportRun::DryRun);
    writeProblems(writer, report);
    writer.endObject();
    return out;
}

QByteArray statusJson(const QString &taskId, const std::optional<ImportStatus> &status)
{
    const ImportStatus shown = status.value_or(ImportStatus());
    QByteArray out;
    json::Writer writer(out);
    writer.beginObject().member("task_id", taskId).member("status", nameOf(shown.state));
    if (shown.state == ImportState::Checking || shown.state == ImportState::Writing)
        writeHowFar(writer, shown);
    else
        writer.key("progress").null();
    writeResult(writer, shown.report);
    writer.key("message");
    if (shown.error)
        writer.value(shown.error->message);
    else
        writer.null();
    writeTime(writer, "date_created", shown.begun);
    writeTime(writer, "date_done", shown.ended);
    writer.endObject();
    return out;
}

} // namespace tenantry::server
