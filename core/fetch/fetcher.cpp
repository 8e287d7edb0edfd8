// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/fetcher.h"

#include <QUrl>

#include <curl/curl.h>

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tenantry::fetch {

namespace {

constexpr int threads = 4;
constexpr std::size_t mostWaiting = 64;
constexpr std::size_t mostWaitingForHost = 32;
constexpr qsizetype largestAnswer = 256 * 1024;
constexpr long connectSeconds = 5;

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

Error notAsked(ErrorCode code, const QString &cause)
{
    return Error::make(code, u"The other server could not be asked; try again later."_s).withCause(cause);
}

Error unavailable(const QString &cause)
{
    return notAsked(ErrorCode::Unavailable, cause);
}

Error tooMuchWaits(const QString &host)
{
    return notAsked(ErrorCode::RateLimited, u"too much waits for %1, or for others"_s.arg(host));
}

void configure(CURL *curl, Transfer &transfer, const QByteArray &url, std::chrono::milliseconds patience)
{
    const bool loopback = transfer.reach == Reach::PublicAndLoopback;
    curl_easy_setopt(curl, CURLOPT_URL, url.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, loopback ? "https,http" : "https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(patience.count()));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, openSocket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &transfer);
}

Result<Answer> perform(const Request &request, Reach reach, std::chrono::milliseconds patience)
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::unique_ptr<CURL, Closer> curl(ready == CURLE_OK ? curl_easy_init() : nullptr);
    if (!curl)
        return failure(unavailable(u"libcurl could not be set up"_s));
    Transfer transfer{{}, reach};
    configure(curl.get(), transfer, request.url.toUtf8(), patience);
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

Fetcher::Fetcher(Reach reach, std::chrono::milliseconds patience)
    : m_reach(reach)
    , m_patience(patience)
    , m_threads(threads, mostWaiting)
{
}

Later<Answer> Fetcher::send(const Request &request)
{
    const QString host = QUrl(request.url).host();
    const Order order{request, {}, QDeadlineTimer(m_patience)};
    const std::lock_guard lock(m_mutex);
    if (const auto asked = m_waiting.find(host); asked != m_waiting.end()) {
        if (asked->second.size() >= mostWaitingForHost)
            return failure(tooMuchWaits(host));
        asked->second.push_back(order);
        return order.promise.later();
    }
    if (!begin(host, order))
        return failure(tooMuchWaits(host));
    m_waiting.try_emplace(host);
    return order.promise.later();
}

bool Fetcher::begin(const QString &host, const Order &order)
{
    return m_threads.post([this, host, order] { serve(host, order); });
}

void Fetcher::serve(const QString &host, const Order &order)
{
    const bool isLate = order.sendBy.hasExpired();
    auto answer = isLate ? failure(tooMuchWaits(host)) : perform(order.request, m_reach, m_patience);
    passOn(host);
    order.promise.settle(std::move(answer));
}

/// The next of those who wait for a host has its turn, behind the other hosts'.
void Fetcher::passOn(const QString &host)
{
    Orders refused; // settled without the lock, since whoever is told may send something
    {
        const std::lock_guard lock(m_mutex);
        Orders &waiting = m_waiting[host];
        while (!waiting.empty()) {
            const Order next = std::move(waiting.front());
            waiting.pop_front();
            if (begin(host, next))
                return;
            refused.push_back(next);
        }
        m_waiting.erase(host);
    }
    for (const Order &order : refused)
        order.promise.settle(failure(tooMuchWaits(host)));
}

} // namespace tenantry::fetch
