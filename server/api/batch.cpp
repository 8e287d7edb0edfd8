// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/batch.h"

#include "core/data/rows/rowbatch.h"
#include "server/api/rowendpoint.h"

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

Answer runBatch(const Services &services, const Call &call)
{
    const data::BatchCaller caller{*call.site, *call.user, call.path("app")};
    return services.rowBatch.run(caller, call.body, writeOptions(call))
        .map([preferences = call.preferences](Result<data::Written> written) -> Result<http::Response> {
            const data::Written done = TRY(std::move(written));
            http::Response response = rowsAnswer(done.rows, rowCount(done.count) + u" written"_s);
            preferences.confirm(response);
            return response;
        });
}

Body batchBody()
{
    Field operations;
    operations.name = "operations";
    operations.type = FieldType::Array;
    operations.required = true;
    operations.description =
        "At most 100, with at most 1000 rows in all. Each has op (create, update, upsert or delete), table, and: "
        "data, a row or an array of rows, to create or upsert; id and data, or data with an array of rows with their "
        "keys, to update; id, ids or filter to delete; unique_fields and partial as for upserts; if_match, the ETag "
        "that the row with this id must have. {\"$ref\": \"#0.id\"} as the value of a field, as id or within ids "
        "and filter stands for the field id in the answer of operation 0; of an array of rows, \"#0.2.id\" is the "
        "third one's";
    return Body{.fields = {operations}, .schemaName = "Batch"};
}

} // namespace

void addBatchEndpoint(Api &api)
{
    Endpoint endpoint = rowEndpoint(api.services, http::Method::Post, "/api/apps/{app}/batch/", "batch",
                                    "Write to several tables in one transaction, all or nothing", runBatch);
    endpoint.openQuery = false;
    endpoint.preferences = {Preference::Transaction, Preference::MaxAffected};
    endpoint.body = batchBody();
    endpoint.responses = {
        {200, "An object per operation, in order: op, table, and data with the row, the rows, or deleted_count", {}},
        {409, "A clash; data.operation is the number of the operation, and nothing is done", {}},
        {412, "A row is not as if_match says; data.operation, and data.current is the row as it is", {}}};
    api.router.add(std::move(endpoint));
}

} // namespace tenantry::server
