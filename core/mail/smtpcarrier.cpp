// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/smtpcarrier.h"

#include <QUrl>

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace tenantry::mail {

namespace {

constexpr long connectSeconds = 15;
constexpr long wholeSeconds = 60;

struct Free
{
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

/// What is yet to be sent.
struct Unsent
{
    const QByteArray &content;
    qsizetype sent = 0;
};

std::size_t readMore(char *buffer, std::size_t size, std::size_t count, void *unsent)
{
    auto &from = *static_cast<Unsent *>(unsent);
    const auto length = std::min(qsizetype(size * count), from.content.size() - from.sent);
    std::memcpy(buffer, from.content.constData() + from.sent, std::size_t(length));
    from.sent += length;
    return std::size_t(length);
}

int goesOn(void *stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return *static_cast<const std::atomic<bool> *>(stopping) ? 1 : 0;
}

long tlsOf(SmtpServer::StartTls startTls)
{
    switch (startTls) {
    case SmtpServer::StartTls::Required:
        return CURLUSESSL_ALL;
    case SmtpServer::StartTls::IfOffered:
        return CURLUSESSL_TRY;
    case SmtpServer::StartTls::Off:
        return CURLUSESSL_NONE;
    }
    Q_UNREACHABLE();
}

void describeServer(CURL *curl, const SmtpServer &server)
{
    curl_easy_setopt(curl, CURLOPT_URL, server.url.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, tlsOf(server.startTls));
    if (!server.user.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.constData());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.constData());
    }
    if (!server.caFile.isEmpty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, server.caFile.constData());
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, wholeSeconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
}

/// What the server said, else what libcurl says; without the mail's own text.
Error problemOf(CURL *curl, CURLcode code, const char *said)
{
    long reply = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
    const bool unreached = code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_CONNECT ||
                           code == CURLE_OPERATION_TIMEDOUT || code == CURLE_PEER_FAILED_VERIFICATION ||
                           code == CURLE_USE_SSL_FAILED || code == CURLE_LOGIN_DENIED ||
                           code == CURLE_ABORTED_BY_CALLBACK;
    QString text = QString::fromUtf8(*said ? said : curl_easy_strerror(code));
    if (reply >= 400)
        text += u" (reply %1)"_s.arg(reply);
    return Error::make(unreached ? ErrorCode::Unavailable : ErrorCode::Cancelled, text);
}

} // namespace

SmtpCarrier::SmtpCarrier(SmtpServer server, const std::atomic<bool> &stopping)
    : m_server(std::move(server))
    , m_stopping(stopping)
{
    static const CURLcode prepared =
        curl_global_init(CURL_GLOBAL_DEFAULT); // once in the process, however many there are
    Q_UNUSED(prepared)
}

Result<void> SmtpCarrier::carry(const Envelope &mail)
{
    const std::unique_ptr<CURL, Free> curl(curl_easy_init());
    const std::unique_ptr<curl_slist, Free> recipients(curl_slist_append(nullptr, ('<' + mail.to + '>').constData()));
    if (!curl || !recipients)
        return failure(ErrorCode::Unavailable, u"There is not enough memory."_s);
    std::array<char, CURL_ERROR_SIZE> said{};
    Unsent unsent{mail.content};
    const QByteArray from = '<' + mail.from + '>';
    describeServer(curl.get(), m_server);
    curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, said.data());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.constData());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, &readMore);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &unsent);
    curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, &goesOn);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &m_stopping);
    const CURLcode code = curl_easy_perform(curl.get());
    if (code != CURLE_OK)
        return failure(problemOf(curl.get(), code, said.data()));
    return {};
}

QString SmtpCarrier::destination() const
{
    return u"mails go to %1"_s.arg(
        QUrl(QString::fromUtf8(m_server.url)).toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
}

} // namespace tenantry::mail
