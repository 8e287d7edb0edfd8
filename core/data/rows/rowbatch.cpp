// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/rows/rowbatch.h"

#include "core/data/rows/batchparser.h"
#include "core/data/rows/rowwrites.h"
#include "core/data/rows/violations.h"
#include "core/json/reader.h"
#include "core/json/writer.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace tenantry::data {

namespace {

/// Batches of more rows are written in a transaction of their own.
constexpr std::size_t groupedRows = 100;

/// An operation with the way to write it: planned where it stands alone, else once its references are known.
struct Step
{
    const BatchOperation *operation;
    std::shared_ptr<const WritePlanner> planner;
    PlannedWrite write;
};

using Steps = std::vector<Step>;
using Operations = std::shared_ptr<const std::vector<BatchOperation>>;

QString pathOf(std::size_t number)
{
    return u"operations.%1"_s.arg(number);
}

/// A key as it stands in a path.
QString keyText(const json::Value &key)
{
    return key.isString() ? key.text() : QString::fromStdString(json::canonical(key));
}

std::optional<RowTags> expectedTag(const json::Value &operands)
{
    if (!operands["if_match"].isString())
        return std::nullopt;
    QByteArray tag = operands["if_match"].text().toUtf8();
    if (tag.size() >= 2 && tag.startsWith('"') && tag.endsWith('"'))
        tag = tag.mid(1, tag.size() - 2);
    return RowTags{false, {tag}};
}

UpsertOptions upsertOptions(const json::Value &operands)
{
    UpsertOptions options;
    options.partial = operands["partial"].boolean(true);
    const json::Value &fields = operands["unique_fields"];
    for (const json::Value &field : fields.array())
        options.uniqueFields.append(field.text());
    if (fields.isString())
        options.uniqueFields = fields.text().split(u',', Qt::SkipEmptyParts);
    return options;
}

Result<PlannedWrite> planDeletion(const WritePlanner &planner, const json::Value &operands)
{
    if (const json::Value *id = operands.object().find("id"))
        return planner.remove(keyText(*id), expectedTag(operands));
    if (operands.object().contains("filter"))
        return planner.removeWhere(operands["filter"]);
    QStringList ids;
    for (const json::Value &id : operands["ids"].array())
        ids.append(keyText(id));
    return planner.removeMany(ids);
}

Result<PlannedWrite> planWrite(const WritePlanner &planner, BatchVerb verb, const json::Value &operands)
{
    const json::Value &data = operands["data"];
    switch (verb) {
    case BatchVerb::Create:
        return planner.create(data);
    case BatchVerb::Update:
        return data.isArray() ? planner.updateMany(data)
                              : planner.update(keyText(operands["id"]), data, expectedTag(operands));
    case BatchVerb::Upsert:
        return planner.upsert(data, upsertOptions(operands));
    case BatchVerb::Delete:
        return planDeletion(planner, operands);
    }
    Q_UNREACHABLE();
}

/// The error of one operation as one of the batch. Problems of operands stand beside them, those of rows under `data`.
Error inOperation(std::size_t number, const BatchOperation &operation, Error error)
{
    const QString path = pathOf(number);
    for (FieldError &field : error.fields) {
        if (field.path.startsWith(u"operations."_s))
            continue;
        const bool isOperand = field.path != u"data"_s && operation.verb != BatchVerb::Create &&
                               operation.operands.object().contains(field.path.toStdString());
        const bool ofRows = operation.verb != BatchVerb::Delete && !isOperand;
        field.path = path + (ofRows ? u".data."_s : u"."_s) + field.path;
    }
    error.message =
        u"Operation %1 (%2 %3): %4"_s.arg(number).arg(nameOf(operation.verb), operation.table, error.message);
    QByteArray data;
    json::Writer writer(data);
    writer.beginObject().member("operation", std::int64_t(number));
    const json::Value refusal = error.code == ErrorCode::Forbidden
                                    ? json::read(error.data.toStdString()).value_or(json::Value())
                                    : json::Value();
    if (refusal["reference"].isString())
        writer.member("reference", refusal["reference"]);
    else if (!error.data.isEmpty())
        writer.key("current").raw(error.data);
    writer.endObject();
    error.data = data;
    return error;
}

/// Everything that needs no answer of another operation, so that mistakes cost the writer nothing.
Result<Step> planStep(const RowAccess &access, const BatchCaller &caller, const BatchOperation &operation,
                      const std::shared_ptr<const Catalogue> &catalogue)
{
    TableView view = TRY(RowAccess::findWritable(catalogue, caller.app, operation.table));
    auto planner = std::make_shared<WritePlanner>(
        access, RowCaller{caller.site, caller.principal, caller.app, operation.table}, std::move(view));
    Step step{&operation, planner, {}};
    if (operation.refers)
        planner->askAhead();
    else
        step.write = TRY(planWrite(*planner, operation.verb, operation.operands));
    return step;
}

/// What later operations may refer to, and the batch answers.
QByteArray dataOf(const BatchOperation &operation, const Written &written)
{
    return operation.verb == BatchVerb::Delete ? deletionJson(written) : written.rows;
}

/// Runs the steps of a batch in one transaction.
class BatchRun
{
public:
    BatchRun(sql::Transaction &transaction, const WriteContext &context)
        : m_transaction(transaction)
        , m_context(context)
    {
    }

    Result<void> add(std::size_t number, const Step &step)
    {
        PlannedWrite write = step.write;
        if (!write) {
            const json::Value operands = TRY(resolved(*step.operation, pathOf(number), m_answers));
            write = TRY(planWrite(*step.planner, step.operation->verb, operands));
        }
        const Written written = TRY(write(m_transaction, m_context));
        // Each operation answers for the references it breaks.
        if (Result<void> settled = m_transaction.settleConstraints(); !settled)
            return failure(stillReferenced(step.operation->table, std::move(settled).error()));
        return keep(*step.operation, written);
    }

    std::int64_t affected() const { return m_affected; }
    QByteArray results() const { return '[' + m_results + ']'; }

private:
    Result<void> keep(const BatchOperation &operation, const Written &written)
    {
        const QByteArray data = dataOf(operation, written);
        const std::string_view text(data.constData(), std::size_t(data.size()));
        m_answers.push_back(TRY(json::read(text)));
        m_affected += written.count;
        if (!m_results.isEmpty())
            m_results += ',';
        json::Writer(m_results)
            .beginObject()
            .member("op", nameOf(operation.verb))
            .member("table", operation.table)
            .key("data")
            .raw(text)
            .endObject();
        return {};
    }

    sql::Transaction &m_transaction;
    const WriteContext &m_context;
    std::vector<json::Value> m_answers;
    QByteArray m_results;
    std::int64_t m_affected = 0;
};

sql::WriteKind kindOf(const std::vector<BatchOperation> &operations, WriteMode mode)
{
    if (mode == WriteMode::Rehearse)
        return sql::WriteKind::Rehearsal;
    const bool isShort =
        std::none_of(operations.begin(), operations.end(),
                     [](const BatchOperation &operation) { return operation.operands.object().contains("filter"); }) &&
        std::accumulate(operations.begin(), operations.end(), std::size_t{0},
                        [](std::size_t sum, const BatchOperation &operation) { return sum + operation.rows; }) <=
            groupedRows;
    return isShort ? sql::WriteKind::Grouped : sql::WriteKind::Alone;
}

} // namespace

Later<Written> RowBatch::run(const BatchCaller &caller, const json::Value &body, const WriteOptions &options) const
{
    auto parsed = parseBatch(body);
    if (!parsed)
        return failure(std::move(parsed).error());
    const auto operations = std::make_shared<const std::vector<BatchOperation>>(std::move(*parsed));

    const auto plan = [this, caller, operations](const std::shared_ptr<const Catalogue> &catalogue) -> Result<Steps> {
        Steps steps;
        for (std::size_t i = 0; i < operations->size(); ++i) {
            auto step = planStep(m_access, caller, (*operations)[i], catalogue);
            if (!step)
                return failure(inOperation(i, (*operations)[i], std::move(step).error()));
            steps.push_back(std::move(*step));
        }
        return steps;
    };
    const WriteContext context{caller.principal.id, m_access.clock().now(), options.mode};
    const auto run = [operations, context, most = options.maxAffected](sql::Transaction &transaction,
                                                                       const Steps &steps) -> Result<Written> {
        BatchRun batch(transaction, context);
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (Result<void> done = batch.add(i, steps[i]); !done)
                return failure(inOperation(i, *steps[i].operation, std::move(done).error()));
        }
        TRY(requireAtMost(most, batch.affected()));
        return Written{batch.results(), batch.affected()};
    };
    return m_access.writeSite(caller.site, kindOf(*operations, options.mode), plan, run);
}

} // namespace tenantry::data
