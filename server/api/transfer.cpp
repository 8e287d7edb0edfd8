// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/transfer.h"

#include "core/data/transfer/transfers.h"
#include "core/json/writer.h"
#include "server/api/importrequest.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using data::CsvWriter;
using data::ExportedRows;
using data::ExportRequest;
using data::ImportReport;
using data::ImportRequest;
using data::RowCaller;
using data::TransferFormat;
using data::Transfers;

/// The endpoints are a site's and need a credential, so both are there by the time a handler runs.
RowCaller callerOf(const Call &call)
{
    return {*call.site, *call.user, call.path("app"), call.path("table")};
}

/// A name that every file system takes, and that no header misreads.
QByteArray fileName(const RowCaller &caller, TransferFormat format)
{
    QByteArray name = (caller.app + u'_' + caller.table).toUtf8();
    std::replace_if(
        name.begin(), name.end(), [](char c) { return !(std::isalnum(static_cast<unsigned char>(c)) || c == '-'); },
        '_');
    return name + (format == TransferFormat::Csv ? ".csv" : ".json");
}

constexpr std::array exportParameters{"export_format"_L1, "escape_formulas"_L1};

Result<ExportRequest> exportRequest(const Query &query)
{
    ExportRequest request;
    for (const auto &parameter : query.all()) {
        if (std::find(exportParameters.begin(), exportParameters.end(), parameter.first) == exportParameters.end())
            request.parameters.push_back(parameter);
    }
    if (query.value(u"export_format"_s) == u"csv"_s)
        request.format = TransferFormat::Csv;
    if (TRY(query.boolean(u"escape_formulas"_s)).value_or(false))
        request.formulas = CsvWriter::Formulas::Disarmed;
    return request;
}

Answer exportRows(const Transfers &transfers, const Call &call)
{
    const RowCaller caller = callerOf(call);
    ExportRequest request = TRY(exportRequest(call.query));
    const bool csv = request.format == TransferFormat::Csv;
    const QByteArray name = fileName(caller, request.format);
    return transfers.exportRows(caller, std::move(request))
        .map([csv, name](Result<ExportedRows> rows) -> Result<http::Response> {
            const ExportedRows exported = TRY(std::move(rows));
            http::Response response;
            response.header("Content-Type", csv ? "text/csv; charset=utf-8; header=present" : "application/json");
            response.header("Content-Disposition", "attachment; filename=\"" + name + '"');
            response.header("X-Total-Count", QByteArray::number(qlonglong(exported.count)));
            response.device = Spool::device(exported.content);
            return response;
        });
}

/// Room for a file of a gigabyte and its form.
constexpr qint64 largestImport = 2LL * 1024 * 1024 * 1024;

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

QByteArray reportJson(const ImportReport &report, const ImportRequest &request)
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

tl::unexpected<Error> refusedRows(const ImportReport &report, const ImportRequest &request)
{
    Error error =
        Error::make(ErrorCode::Validation,
                    u"%1 of %2 rows cannot be imported."_s.arg(report.failed).arg(std::max(report.rows, report.failed)),
                    u"Nothing was written; 'data' says what is wrong with which line."_s);
    error.data = reportJson(report, request);
    return failure(std::move(error));
}

Answer importRows(const Transfers &transfers, const CallPtr &call)
{
    const ImportRequest request = TRY(importRequest(call));
    return transfers.importRows(callerOf(*call), request)
        .map([request](Result<ImportReport> done) -> Result<http::Response> {
            const ImportReport report = TRY(std::move(done));
            if (report.failed > 0)
                return refusedRows(report, request);
            const QByteArray data = reportJson(report, request);
            QByteArray body;
            json::Writer writer(body);
            writer.beginObject().member("status", "success");
            writer.member(
                "message",
                u"%1 inserted, %2 updated, %3 deleted"_s.arg(report.inserted).arg(report.updated).arg(report.deleted));
            writer.key("data").raw(data).endObject();
            return http::Response::json(std::move(body));
        });
}

Endpoint importEndpoint(const Transfers &transfers)
{
    Endpoint endpoint;
    endpoint.method = http::Method::Post;
    endpoint.path = "/api/apps/{app}/datatables/{table}/data/import/";
    endpoint.operationId = "rows_import";
    endpoint.tag = "Rows";
    endpoint.summary = "Write the rows of a file, all of them or none";
    endpoint.tenancy = Tenancy::Site;
    endpoint.query = {
        {.name = "mode",
         .oneOf = {"insert", "upsert", "replace"},
         .description = "insert: every row is new; upsert: rows that are there change; replace: the rows of the file "
                        "take the place of all there are"},
        {.name = "unique_fields",
         .description = "With upsert: the columns that tell which row is meant, separated by commas; the primary key "
                        "unless said"},
        {.name = "dry_run", .type = FieldType::Boolean, .description = "true: only say what would be done"}};
    endpoint.body = Body{.fields = {{.name = "file",
                                     .required = true,
                                     .format = "binary",
                                     .description = "CSV with a header line, or a JSON array of objects"}},
                         .form = true};
    endpoint.bodyLimit = largestImport;
    endpoint.responses = {{200, "How many rows were inserted and updated", {}},
                          {400, "Rows that cannot be written, by line; nothing was written", {}}};
    endpoint.handler = [&transfers](const CallPtr &call) { return importRows(transfers, call); };
    return endpoint;
}

Endpoint exportEndpoint(const Transfers &transfers)
{
    Endpoint endpoint;
    endpoint.path = "/api/apps/{app}/datatables/{table}/data/export/";
    endpoint.operationId = "rows_export";
    endpoint.tag = "Rows";
    endpoint.summary = "Every row that matches, as a file: filters, ordering and fields as in a list";
    endpoint.tenancy = Tenancy::Site;
    endpoint.query = {{.name = "export_format",
                       .oneOf = {"json", "csv"},
                       .description = "json (an array of objects, the default) or csv (RFC 4180 with a header line)"},
                      {.name = "escape_formulas",
                       .type = FieldType::Boolean,
                       .description = "true: in CSV, texts that a spreadsheet would run as a formula get an apostrophe "
                                      "in front; importing the file again would keep it"},
                      {.name = "ordering", .description = "Columns to order by, a minus in front means descending"},
                      {.name = "fields", .description = "Columns to export; the primary key is always there"},
                      {.name = "filters", .description = "Conditions as JSON"}};
    endpoint.openQuery = true;
    endpoint.responses = {{200, "The file", {}, "application/json"}};
    endpoint.handler = [&transfers](const CallPtr &call) { return exportRows(transfers, *call); };
    return endpoint;
}

} // namespace

void addTransferEndpoints(Api &api)
{
    api.router.add(exportEndpoint(api.services.transfers));
    api.router.add(importEndpoint(api.services.transfers));
}

} // namespace tenantry::server
