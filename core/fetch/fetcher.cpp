// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/fetcher.h"

#include <curl/curl.h>

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::fetch {

namespace {

constexpr int threads = 4;
constexpr std::size_t mostWaiting = 64;
constexpr qsizetype largestAnswer = 1024 * 1024;
constexpr long connectSeconds = 5;
constexpr long wholeSeconds = 10;

struct Closer
{
    void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

struct Transfer
{
    QByteArray body;
    Reach reach = Reach::Public;
};

std::size_t take(char *data, std::size_t size, std::size_t count, void *to)
{
    QByteArray &body = static_cast<Transfer *>(to)->body;
    const auto length = qsizetype(size * count);
    if (body.size() + length > largestAnswer)
        return 0; // ends the transfer
    body.append(data, length);
    return size * count;
}

/// Asked for each address that a name has resolved to: what is connected to is what was looked at.
curl_socket_t openSocket(void *of, curlsocktype, curl_sockaddr *address)
{
    if (!isReachable(QHostAddress(&address->addr), static_cast<Transfer *>(of)->reach))
        return CURL_SOCKET_BAD;
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

Error unavailable(const QString &cause)
{
    return Error::make(ErrorCode::Unavailable, u"The other server could not be asked; try again later."_s)
        .withCause(cause);
}

void configure(CURL *curl, Transfer &transfer, const QByteArray &url)
{
    const bool loopback = transfer.reach == Reach::PublicAndLoopback;
    curl_easy_setopt(curl, CURLOPT_URL, url.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, loopback ? "https,http" : "https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, wholeSeconds);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, openSocket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &transfer);
}

Result<Answer> perform(const Request &request, Reach reach)
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::unique_ptr<CURL, Closer> curl(ready == CURLE_OK ? curl_easy_init() : nullptr);
    if (!curl)
        return failure(unavailable(u"libcurl could not be set up"_s));
    Transfer transfer{{}, reach};
    configure(curl.get(), transfer, request.url.toUtf8());
    std::unique_ptr<curl_slist, Closer> headers;
    for (const QByteArray &header : request.headers)
        headers.reset(curl_slist_append(headers.release(), header.constData()));
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    if (!request.body.isEmpty()) {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, request.body.constData());
    }
    if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK)
        return failure(unavailable(QString::fromUtf8(curl_easy_strerror(code))));
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    return Answer{int(status), std::move(transfer.body)};
}

} // namespace

Fetcher::Fetcher(Reach reach)
    : m_reach(reach)
    , m_threads(threads, mostWaiting)
{
}

Later<Answer> Fetcher::send(const Request &request)
{
    const Promise<Answer> promise;
    if (!m_threads.post([promise, request, reach = m_reach] { promise.settle(perform(request, reach)); }))
        return failure(unavailable(u"too many requests to other servers wait"_s));
    return promise.later();
}

} // namespace tenantry::fetch
