// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/postgres/postgresconnection.h"

#include "core/sql/postgres/postgreserror.h"

#include <libpq-fe.h>
#include <poll.h>

#include <charconv>

using namespace Qt::StringLiterals;

namespace tenantry::sql {

namespace {

/// The protocol counts parameters in 16 bits.
constexpr std::size_t maxParameters = 65'535;

constexpr const char *beginning = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

QByteArray field(const PGresult *result, int code)
{
    return QByteArray(PQresultErrorField(result, code));
}

PostgresReport reportOf(const PGresult *result)
{
    return {field(result, PG_DIAG_SQLSTATE), field(result, PG_DIAG_MESSAGE_PRIMARY),
            field(result, PG_DIAG_CONSTRAINT_NAME), field(result, PG_DIAG_COLUMN_NAME)};
}

std::int64_t affectedRows(PGresult *result)
{
    const std::string_view digits(PQcmdTuples(result));
    std::int64_t rows = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), rows);
    return rows;
}

bool changesTables(std::string_view script)
{
    return script.starts_with("ALTER ") || script.starts_with("CREATE ") || script.starts_with("DROP ");
}

/// Operators and casts are looked up when a statement is prepared. That they are missing when it runs means that a
/// column has another type now.
bool isOutdated(const Error &error)
{
    const bool isAboutTypes = error.cause.startsWith("42883"_L1) || error.cause.startsWith("42804"_L1);
    return error.code == ErrorCode::SchemaChanged || (error.code == ErrorCode::Internal && isAboutTypes);
}

} // namespace

/// The parameters of one call as libpq wants them: text, but for blobs; types left to the server.
class PostgresConnection::Parameters
{
public:
    explicit Parameters(const Values &values)
        : m_texts(values.size())
        , m_pointers(values.size())
        , m_lengths(values.size())
        , m_formats(values.size())
    {
        for (std::size_t i = 0; i < values.size(); ++i)
            std::visit([&](const auto &value) { set(i, value); }, values[i].data());
    }

    int count() const { return int(m_pointers.size()); }
    const char *const *pointers() const { return m_pointers.data(); }
    const int *lengths() const { return m_lengths.data(); }
    const int *formats() const { return m_formats.data(); }

private:
    void set(std::size_t, std::monostate) {}
    void set(std::size_t i, bool value) { m_pointers[i] = value ? "t" : "f"; }
    void set(std::size_t i, const std::string &value) { m_pointers[i] = value.c_str(); }
    void set(std::size_t i, std::int64_t value) { setNumber(i, value); }
    void set(std::size_t i, double value) { setNumber(i, value); }
    void set(std::size_t i, const Blob &value)
    {
        m_pointers[i] = value.bytes.constData();
        m_lengths[i] = int(value.bytes.size());
        m_formats[i] = 1;
    }
    template<class Number>
    void setNumber(std::size_t i, Number value)
    {
        std::array<char, 32> buffer;
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
        m_texts[i].assign(buffer.data(), end);
        m_pointers[i] = m_texts[i].c_str();
    }

    std::vector<std::string> m_texts;
    std::vector<const char *> m_pointers;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
};

void PostgresCloser::operator()(pg_conn *handle) const
{
    PQfinish(handle);
}

void PostgresCloser::operator()(pg_cancel *cancel) const
{
    PQfreeCancel(cancel);
}

Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const QString &url,
                                                                     std::chrono::milliseconds deadline)
{
    const QByteArray urlText = url.toUtf8();
    const QByteArray options = "-c TimeZone=UTC -c DateStyle=ISO,YMD -c IntervalStyle=iso_8601"
                               " -c standard_conforming_strings=on -c bytea_output=hex -c extra_float_digits=1"
                               " -c client_min_messages=warning -c statement_timeout=" +
                               QByteArray::number(qlonglong(deadline.count()));
    const std::array<const char *, 7> keys{
        "dbname", "application_name", "client_encoding", "connect_timeout", "tcp_user_timeout", "options", nullptr};
    const std::array<const char *, 7> values{urlText.constData(), "tenantry", "UTF8", "5", "30000",
                                             options.constData(), nullptr};
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection);
    connection->m_handle.reset(PQconnectdbParams(keys.data(), values.data(), 1));
    PGconn *handle = connection->m_handle.get();
    if (PQstatus(handle) != CONNECTION_OK)
        return failure(Error::make(ErrorCode::Unavailable, u"The database server cannot be reached."_s)
                           .withCause(QString::fromUtf8(PQerrorMessage(handle))));
    PQsetNoticeProcessor(
        handle, [](void *, const char *) {}, nullptr);
    connection->m_cancel.reset(PQgetCancel(handle));
    connection->m_openedAt = std::chrono::steady_clock::now();
    connection->m_usualDeadline = connection->m_deadline = deadline;
    return connection;
}

PostgresConnection::~PostgresConnection() = default;

/// Runs one call of libpq's as the statement that interrupt() stops.
template<class Call>
Result<PostgresResult> PostgresConnection::guarded(Call call)
{
    finishEnding();
    {
        const std::lock_guard lock(m_interruptMutex);
        m_running = true;
    }
    PostgresResult result(call());
    {
        const std::lock_guard lock(m_interruptMutex);
        m_running = false;
    }
    return checked(std::move(result));
}

Result<PostgresResult> PostgresConnection::checked(PostgresResult result)
{
    switch (PQresultStatus(result.get())) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY:
        return result;
    default:
        break;
    }
    PostgresReport report = reportOf(result.get());
    if (report.message.isEmpty())
        report.message = PQerrorMessage(m_handle.get());
    Error error = postgresError(report);
    const std::lock_guard lock(m_interruptMutex);
    if (error.code == ErrorCode::Timeout && m_cancelled) {
        error.code = ErrorCode::Cancelled;
        error.message = describe(error.code).help;
    }
    return failure(std::move(error));
}

void PostgresConnection::watchChanges(std::shared_ptr<std::atomic<std::uint64_t>> changes)
{
    m_changes = std::move(changes);
    m_changesSeen = *m_changes;
}

Result<void> PostgresConnection::forgetOutdated()
{
    const std::uint64_t changes = m_changes ? m_changes->load() : 0;
    if (changes == m_changesSeen)
        return {};
    TRY(guarded([&] { return PQexec(m_handle.get(), "DEALLOCATE ALL"); }));
    m_statements.clear();
    m_changesSeen = changes;
    return {};
}

Result<std::string> PostgresConnection::prepared(std::string_view sql)
{
    TRY(forgetOutdated());
    if (const std::string *name = m_statements.find(sql))
        return *name;
    const std::string name = std::string("s").append(std::to_string(++m_statementCount));
    const std::string text(sql);
    TRY(guarded([&] { return PQprepare(m_handle.get(), name.c_str(), text.c_str(), 0, nullptr); }));
    if (const std::optional<std::string> evicted = m_statements.insert(sql, name))
        TRY(guarded([&] { return PQexec(m_handle.get(), ("DEALLOCATE " + *evicted).c_str()); }));
    return name;
}

Result<PostgresResult> PostgresConnection::run(std::string_view sql, const Values &values)
{
    if (std::any_of(values.begin(), values.end(), holdsNul))
        return failure(ErrorCode::BadRequest, u"Text must not contain the character U+0000."_s);
    if (values.size() > maxParameters)
        return failure(Error::internal(u"a statement has more than 65,535 parameters"_s));
    const std::string name = TRY(prepared(sql));
    const Parameters parameters(values);
    Result<PostgresResult> result = guarded([&] {
        if (std::exchange(m_beginsSnapshot, false))
            return beginAndExecute(name, parameters).release();
        return PQexecPrepared(m_handle.get(), name.c_str(), parameters.count(), parameters.pointers(),
                              parameters.lengths(), parameters.formats(), 0);
    });
    if (result || !isOutdated(result.error()))
        return result;
    // A plan that no longer fits its table is made anew next time, on every connection: another server, or an operator,
    // has changed the table.
    m_statements.take(sql);
    if (m_changes)
        ++*m_changes;
    Error error = result.error();
    error.code = ErrorCode::SchemaChanged;
    error.message = describe(error.code).help;
    return failure(std::move(error));
}

/// Both in one go. Answers the failure of the first that failed, else what the statement answers.
PostgresResult PostgresConnection::beginAndExecute(const std::string &name, const Parameters &parameters)
{
    PGconn *handle = m_handle.get();
    PQenterPipelineMode(handle);
    const bool sent = PQsendQueryParams(handle, beginning, 0, nullptr, nullptr, nullptr, nullptr, 0) == 1 &&
                      PQsendQueryPrepared(handle, name.c_str(), parameters.count(), parameters.pointers(),
                                          parameters.lengths(), parameters.formats(), 0) == 1 &&
                      PQpipelineSync(handle) == 1;
    PostgresResult answer;
    while (sent && PQstatus(handle) == CONNECTION_OK) {
        PostgresResult next(PQgetResult(handle)); // null between the answers
        const ExecStatusType status = PQresultStatus(next.get());
        if (next && status == PGRES_PIPELINE_SYNC)
            break;
        const bool failed = answer && PQresultStatus(answer.get()) == PGRES_FATAL_ERROR;
        if (next && !failed)
            answer = std::move(next);
    }
    m_isLost = !sent || PQexitPipelineMode(handle) == 0;
    return answer;
}

void PostgresConnection::endSnapshot()
{
    if (!std::exchange(m_beginsSnapshot, false))
        m_isEnding = PQsendQuery(m_handle.get(), "COMMIT") == 1;
}

void PostgresConnection::finishEnding()
{
    if (!std::exchange(m_isEnding, false))
        return;
    while (const PostgresResult answer{PQgetResult(m_handle.get())}) {
    }
}

Result<CursorPtr> PostgresConnection::query(std::string_view sql, const Values &values)
{
    return std::make_unique<PostgresCursor>(TRY(run(sql, values)));
}

Result<std::int64_t> PostgresConnection::execute(std::string_view sql, const Values &values)
{
    return affectedRows(TRY(run(sql, values)).get());
}

Result<void> PostgresConnection::script(std::string_view sql)
{
    const std::string text(sql);
    // Counted on both sides: what others prepare in between waits for the lock of the table, or is about another one.
    if (m_changes && changesTables(sql))
        ++*m_changes;
    TRY(guarded([&] { return PQexec(m_handle.get(), text.c_str()); }));
    if (m_changes && changesTables(sql))
        ++*m_changes;
    return {};
}

Result<void> PostgresConnection::settleConstraints()
{
    return script("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED");
}

Result<void> PostgresConnection::commit()
{
    const PostgresResult result = TRY(guarded([&] { return PQexec(m_handle.get(), "COMMIT"); }));
    if (std::string_view(PQcmdStatus(result.get())) == "COMMIT")
        return {};
    return failure(Error::internal(u"a closure passed over a failed statement"_s));
}

void PostgresConnection::setDeadline(std::chrono::milliseconds limit)
{
    if (limit == m_deadline)
        return;
    m_deadline = limit;
    static_cast<void>(script("SET statement_timeout = " + std::to_string(limit.count())));
}

void PostgresConnection::interrupt()
{
    const std::lock_guard lock(m_interruptMutex);
    if (!m_running)
        return;
    m_cancelled = true;
    std::array<char, 256> reason;
    PQcancel(m_cancel.get(), reason.data(), int(reason.size()));
}

bool PostgresConnection::isBroken() const
{
    const std::lock_guard lock(m_interruptMutex);
    return m_cancelled || m_isLost || PQstatus(m_handle.get()) != CONNECTION_OK;
}

void PostgresConnection::reset()
{
    m_beginsSnapshot = false;
    if (!m_isEnding && PQtransactionStatus(m_handle.get()) != PQTRANS_IDLE)
        static_cast<void>(script("ROLLBACK"));
    if (m_deadline != m_usualDeadline)
        static_cast<void>(script("RESET statement_timeout"));
    m_deadline = m_usualDeadline;
}

/// What a server says to a client that asked nothing is a goodbye, or so rare that a new connection is no loss.
bool PostgresConnection::isStale()
{
    finishEnding();
    pollfd socket{PQsocket(m_handle.get()), POLLIN, 0};
    return poll(&socket, 1, 0) != 0;
}

} // namespace tenantry::sql
