// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/transfer.h"

#include "core/data/transfer/transfers.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

using data::CsvWriter;
using data::ExportedRows;
using data::ExportRequest;
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
}

} // namespace tenantry::server
