// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestparser.h"

#include "server/http/bodyreader.h"
#include "server/http/framing.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

using namespace Qt::StringLiterals;
namespace beast = boost::beast;

namespace tenantry::http {

namespace {

QByteArray bytes(beast::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

std::optional<Method> methodOf(beast::http::verb verb)
{
    switch (verb) {
    case beast::http::verb::get:
        return Method::Get;
    case beast::http::verb::head:
        return Method::Head;
    case beast::http::verb::post:
        return Method::Post;
    case beast::http::verb::put:
        return Method::Put;
    case beast::http::verb::patch:
        return Method::Patch;
    case beast::http::verb::delete_:
        return Method::Delete;
    case beast::http::verb::options:
        return Method::Options;
    default:
        return std::nullopt;
    }
}

/// Beast's parser of heads, writing into a Request of ours. Bodies are not shown to it: after a chunked one it reads
/// what comes in small pieces otherwise than what comes at once.
class BeastReader final : public beast::http::basic_parser<true>
{
public:
    explicit BeastReader(Request &request)
        : m_request(request)
    {
        eager(true);
        header_limit(std::numeric_limits<std::uint32_t>::max());
        body_limit(std::numeric_limits<std::uint64_t>::max());
    }

    QByteArray target;
    Version version = Version::Http11;
    bool knownMethod = false;

private:
    void on_request_impl(beast::http::verb verb, beast::string_view, beast::string_view text, int number,
                         beast::error_code &) override
    {
        const std::optional<Method> method = methodOf(verb);
        knownMethod = method.has_value();
        m_request.method = method.value_or(Method::Get);
        target = bytes(text);
        version = number == 10 ? Version::Http10 : Version::Http11;
    }
    void on_response_impl(int, beast::string_view, int, beast::error_code &) override {}
    void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value,
                       beast::error_code &) override
    {
        m_request.headers.emplace_back(bytes(name), bytes(value));
    }
    void on_header_impl(beast::error_code &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &, beast::error_code &) override {}
    std::size_t on_body_impl(beast::string_view text, beast::error_code &) override { return text.size(); }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view text, beast::error_code &) override
    {
        return text.size();
    }
    void on_finish_impl(beast::error_code &) override {}

    Request &m_request;
};

} // namespace

struct RequestParser::Private
{
    Private(const Limits &given, BodyStore *givenStore)
        : limits(given)
        , store(givenStore)
    {
        begin();
    }

    void begin()
    {
        state = State::Head;
        request = {};
        reader.emplace(request);
        body = {};
        scanned = 0;
    }

    void fail(Error reason)
    {
        error = std::move(reason);
        state = State::Failed;
        body = {}; // a file of it gives its room back now, not when the client goes
    }

    /// Length of the head that `input` begins with, or 0 when it is not whole yet.
    qsizetype findHead(QByteArrayView input);
    void readHead(QByteArrayView head);
    qsizetype readBody(QByteArrayView input);
    void completeBody();

    Limits limits;
    BodyStore *store;
    State state = State::Head;
    Request request;
    std::optional<BeastReader> reader;
    qsizetype scanned = 0; ///< bytes of an unfinished head that need not be searched again
    Framing framing;
    BodyReader body;
    Error error;
    Version version = Version::Http11;
    bool keepAlive = false;
    bool expectsContinue = false;
};

qsizetype RequestParser::Private::findHead(QByteArrayView input)
{
    const qsizetype lineEnd = input.indexOf('\n', 0);
    if (lineEnd < 0 || lineEnd > limits.requestLine) {
        if (input.size() > limits.requestLine)
            fail(Error::make(ErrorCode::UriTooLong,
                             u"The request line is longer than %1 bytes."_s.arg(limits.requestLine)));
        return 0;
    }
    const qsizetype end = input.indexOf("\r\n\r\n", qMax(qsizetype(0), scanned - 3));
    const qsizetype size = end < 0 ? input.size() : end + 4;
    if (size - lineEnd - 1 > limits.headers) {
        fail(Error::make(ErrorCode::HeadersTooLarge, u"The headers are larger than %1 bytes."_s.arg(limits.headers)));
        return 0;
    }
    if (end < 0) {
        // A head of bare LFs would never be whole by the search above.
        if (input.indexOf("\n\n") >= 0)
            fail(Error::make(ErrorCode::BadRequest, u"Lines of the request head must end in CR LF."_s));
        scanned = input.size();
        return 0;
    }
    return size;
}

void RequestParser::Private::readHead(QByteArrayView head)
{
    if (const Result<void> lines = checkLines(head); !lines)
        return fail(lines.error());
    beast::error_code code;
    reader->put(boost::asio::buffer(head.data(), std::size_t(head.size())), code);
    if (!reader->is_header_done())
        return fail(Error::make(ErrorCode::BadRequest, u"This is not an HTTP request."_s)
                        .withCause(QString::fromStdString(code.message())));
    if (const Result<void> target = applyTarget(request, reader->target); !target)
        return fail(target.error());
    const Result<Framing> framed = framingOf(request, reader->version);
    if (!framed)
        return fail(framed.error());
    if (!reader->knownMethod)
        return fail(Error::make(ErrorCode::MethodNotAllowed, u"This server does not know the method."_s));
    framing = *framed;
    version = reader->version;
    keepAlive = reader->version == Version::Http11 && reader->keep_alive();
    expectsContinue = reader->version == Version::Http11 &&
                      request.header("Expect").compare("100-continue", Qt::CaseInsensitive) == 0;
    state = State::HeadRead;
}

qsizetype RequestParser::Private::readBody(QByteArrayView input)
{
    const Result<qsizetype> taken = body.feed(input);
    if (!taken) {
        fail(taken.error());
        return 0;
    }
    if (body.isComplete())
        completeBody();
    return *taken;
}

void RequestParser::Private::completeBody()
{
    if (const Result<void> moved = body.moveTo(request); !moved)
        return fail(moved.error());
    state = State::Complete;
}

RequestParser::RequestParser()
    : RequestParser(Limits{})
{
}

RequestParser::RequestParser(const Limits &limits, BodyStore *store)
    : d(std::make_unique<Private>(limits, store))
{
}

RequestParser::~RequestParser() = default;

qsizetype RequestParser::feed(QByteArrayView input)
{
    if (d->state == State::Body)
        return input.isEmpty() ? 0 : d->readBody(input);
    if (d->state != State::Head)
        return 0;
    // RFC 9112 section 2.2: an empty line before a request is skipped; old clients send one after a body.
    const qsizetype blank = input.startsWith("\r\n") ? 2 : 0;
    const qsizetype size = d->findHead(input.sliced(blank));
    if (size > 0)
        d->readHead(input.sliced(blank, size));
    return size > 0 ? blank + size : 0;
}

void RequestParser::acceptBody(qint64 limit)
{
    Q_ASSERT(d->state == State::HeadRead);
    if (d->framing.contentLength > limit)
        return d->fail(Error::make(ErrorCode::PayloadTooLarge, u"The body is larger than %1 bytes."_s.arg(limit)));
    d->body = BodyReader(d->framing, limit, d->store);
    d->state = State::Body;
    if (d->body.isComplete())
        d->completeBody();
}

Request RequestParser::take()
{
    Q_ASSERT(d->state == State::Complete);
    Request whole = std::move(d->request);
    d->begin();
    return whole;
}

RequestParser::State RequestParser::state() const
{
    return d->state;
}

const Request &RequestParser::request() const
{
    return d->request;
}

const Error &RequestParser::error() const
{
    return d->error;
}

Version RequestParser::version() const
{
    return d->version;
}

bool RequestParser::keepAlive() const
{
    return d->keepAlive;
}

bool RequestParser::announcesBody() const
{
    return d->framing.chunked || d->framing.contentLength > 0;
}

bool RequestParser::expectsContinue() const
{
    return d->expectsContinue;
}

} // namespace tenantry::http
