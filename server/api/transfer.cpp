// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/transfer.h"

#include "core/base/ids.h"
#include "core/data/transfer/transfers.h"
#include "server/api/importjson.h"
#include "server/api/importrequest.h"
#include "server/api/rowendpoint.h"

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
    const RowCaller caller = rowCaller(call);
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
    return transfers.importRows(rowCaller(*call), request)
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
        {.name = "dry_run", .type = FieldType::Boolean, .description = "true: only say what would be done"},
        {.name = "task_id",
         .format = "uuid",
         .description = "A new UUID of the client's, under which others of its requests see how far the import is, and "
                        "cancel it"}};
    endpoint.body = Body{.fields = {{.name = "file",
                                     .required = true,
                                     .format = "binary",
                                     .description = "CSV with a header line, or a JSON array of objects"}},
                         .form = true};
    endpoint.bodyLimit = largestImport;
    endpoint.responses = {{200, "How many rows were inserted and updated", {}},
                          {400, "Rows that cannot be written, by line; nothing was written", {}},
                          {409, "It was cancelled and nothing was written, or its task_id is taken", {}}};
    endpoint.handler = [&transfers](const CallPtr &call) { return importRows(transfers, call); };
    return endpoint;
}

Result<QString> taskId(const Call &call)
{
    const QString id = call.path("task_id").toLower();
    if (!isUuid(id))
        return failure(ErrorCode::NotFound, u"There is no import with this id."_s);
    return id;
}

Answer importStatus(const Services &services, const Call &call)
{
    const QString id = TRY(taskId(call));
    return rowsAnswer(statusJson(id, TRY(services.transfers.importStatus(rowCaller(call), id))), u"Import retrieved"_s);
}

Answer cancelImport(const Services &services, const Call &call)
{
    const QString id = TRY(taskId(call));
    const data::ImportStatus status = TRY(services.transfers.cancelImport(rowCaller(call), id));
    return rowsAnswer(statusJson(id, status), u"The import was asked to stop"_s, 202);
}

constexpr const char *importItem = "/api/apps/{app}/datatables/{table}/data/import/tasks/{task_id}/";

Endpoint statusEndpoint(const Services &services)
{
    Endpoint endpoint = rowEndpoint(services, http::Method::Get, importItem, "rows_import_status",
                                    "How far an import is, or what came of it", importStatus);
    endpoint.openQuery = false;
    endpoint.responses = {
        {200, "Its state: PENDING (also of an id nobody knows), STARTED, SUCCESS, FAILURE or REVOKED", {}}};
    return endpoint;
}

Endpoint cancelEndpoint(const Services &services)
{
    Endpoint endpoint = rowEndpoint(services, http::Method::Post, QByteArray(importItem) + "revoke/",
                                    "rows_import_revoke", "Cancel an import: nothing of it is written", cancelImport);
    endpoint.openQuery = false;
    endpoint.responses = {{202, "It was asked to stop; its state says what comes of it", {}},
                          {404, "There is no import with this id", {}},
                          {409, "It has ended already", {}}};
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
                      {.name = "filters", .description = "Conditions as JSON"},
                      {.name = "search", .description = "Words that rows must have"}};
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
    api.router.add(statusEndpoint(api.services));
    api.router.add(cancelEndpoint(api.services));
}

} // namespace tenantry::server
