// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/fetcher.h"

#include <QUrl>

#include <curl/curl.h>

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::fetch {

namespace {

constexpr int threads = 16;
constexpr int mostOfHost = 4;
constexpr int mostOfSite = 2;
constexpr std::size_t mostWaiting = 256;
constexpr std::ptrdiff_t mostWaitingForHost = 64;
constexpr std::ptrdiff_t mostWaitingOfSite = 16;
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
    const auto length = qsizetype(size) * qsizetype(count);
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
    , m_threads(threads)
{
}

Later<Answer> Fetcher::send(const Request &request)
{
    const Order order{request, QUrl(request.url).host(), {}, QDeadlineTimer(m_patience)};
    Later<Answer> later = order.promise.later();
    Orders refused; // settled without the lock, since whoever is told may send something
    {
        const std::lock_guard lock(m_mutex);
        if (hasRoomFor(order)) {
            m_waiting.push_back(order);
            refused = beginWhatMay();
        } else {
            refused.push_back(order);
        }
    }
    settleUnsent(refused);
    return later;
}

bool Fetcher::hasRoomFor(const Order &order) const
{
    const auto waiting = [&](auto isLike) { return std::count_if(m_waiting.begin(), m_waiting.end(), isLike); };
    return m_waiting.size() < mostWaiting &&
           waiting([&](const Order &other) { return other.host == order.host; }) < mostWaitingForHost &&
           waiting([&](const Order &other) { return other.request.onBehalfOf == order.request.onBehalfOf; }) <
               mostWaitingOfSite;
}

bool Fetcher::mayBegin(const Order &order) const
{
    const auto count = [](const Counts &counts, const QString &name) {
        const auto found = counts.find(name);
        return found == counts.end() ? 0 : found->second;
    };
    return m_underWay < threads && count(m_ofHost, order.host) < mostOfHost &&
           count(m_ofSite, order.request.onBehalfOf) < mostOfSite;
}

/// In the order in which they came, past those that must wait for others of their host or site. Answers those that
/// cannot be begun any more.
Fetcher::Orders Fetcher::beginWhatMay()
{
    Orders refused;
    for (auto next = m_waiting.begin(); next != m_waiting.end();) {
        if (!mayBegin(*next)) {
            ++next;
            continue;
        }
        const Order order = std::move(*next);
        next = m_waiting.erase(next);
        if (!m_threads.post([this, order] { serve(order); })) {
            refused.push_back(order);
            continue;
        }
        ++m_underWay;
        ++m_ofHost[order.host];
        ++m_ofSite[order.request.onBehalfOf];
    }
    return refused;
}

void Fetcher::serve(const Order &order)
{
    const bool isLate = order.sendBy.hasExpired();
    auto answer = isLate ? failure(tooMuchWaits(order.host)) : perform(order.request, m_reach, m_patience);
    const auto endOne = [](Counts &counts, const QString &name) {
        if (const auto found = counts.find(name); --found->second == 0)
            counts.erase(found);
    };
    Orders refused;
    {
        const std::lock_guard lock(m_mutex);
        --m_underWay;
        endOne(m_ofHost, order.host);
        endOne(m_ofSite, order.request.onBehalfOf);
        refused = beginWhatMay();
    }
    order.promise.settle(std::move(answer));
    settleUnsent(refused);
}

void Fetcher::settleUnsent(const Orders &orders)
{
    for (const Order &order : orders)
        order.promise.settle(failure(tooMuchWaits(order.host)));
}

} // namespace tenantry::fetch
