// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/answererror.h"

#include <QCoreApplication>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace tenantry::client {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("client", text);
}

ErrorCode codeOf(int status, std::string_view apiCode)
{
    // The domain's own codes come first in the table, so the first with this status and code is the right one.
    const auto codes = allErrorCodes();
    for (const ErrorCodeInfo &info : codes) {
        if (info.status == status && apiCode == std::string_view(info.apiCode.data(), size_t(info.apiCode.size())))
            return info.code;
    }
    for (const ErrorCodeInfo &info : codes) {
        if (info.status == status && info.code != ErrorCode::Validation)
            return info.code;
    }
    return status >= 500 ? ErrorCode::Internal : ErrorCode::BadRequest;
}

std::vector<FieldError> fieldsOf(const json::Value &errors)
{
    std::vector<FieldError> fields;
    for (const auto &[path, messages] : errors.object()) {
        QStringList texts;
        for (const json::Value &message : messages.array())
            texts << message.text();
        fields.push_back({QString::fromStdString(path), texts.join(u' ')});
    }
    return fields;
}

QString genericMessage(int status)
{
    if (status == 401)
        return translated(QT_TRANSLATE_NOOP("client", "The server did not accept the sign-in."));
    if (status == 404)
        return translated(QT_TRANSLATE_NOOP("client", "The server does not know this address."));
    if (status >= 500)
        return translated(
                   QT_TRANSLATE_NOOP("client", "The server could not answer (status %1). Try again in a moment."))
            .arg(status);
    if (status >= 300 && status < 400)
        return translated(QT_TRANSLATE_NOOP(
                              "client", "The server points elsewhere (status %1). Connect to the address it moved to."))
            .arg(status);
    return translated(QT_TRANSLATE_NOOP("client", "The server refused the request (status %1).")).arg(status);
}

} // namespace

Error answerError(int status, const json::Value &body)
{
    Error error = Error::make(codeOf(status, body["code"].string()), body["message"].text(), body["detail"].text());
    error.fields = fieldsOf(body["errors"]);
    if (error.message.isEmpty())
        error.message = std::exchange(error.detail, {});
    if (error.message.isEmpty())
        error.message = genericMessage(status);
    return error;
}

Error connectionError(const QNetworkReply &reply)
{
    const QUrl url = reply.url();
    const QString server = url.host() + (url.port() < 0 ? QString() : u":%1"_s.arg(url.port()));
    const auto unavailable = [&](const char *message) {
        return Error::make(ErrorCode::Unavailable, translated(message).arg(server)).withCause(reply.errorString());
    };
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return unavailable(QT_TRANSLATE_NOOP("client", "Nothing answers at %1. Is the server running?"));
    case QNetworkReply::HostNotFoundError:
        return unavailable(QT_TRANSLATE_NOOP("client", "There is no host %1. Check the address for typing errors."));
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return unavailable(QT_TRANSLATE_NOOP("client", "%1 did not answer in time. Try again in a moment."));
    case QNetworkReply::SslHandshakeFailedError:
        return unavailable(
            QT_TRANSLATE_NOOP("client", "No trusted connection to %1: its certificate could not be verified."));
    case QNetworkReply::RemoteHostClosedError:
        return unavailable(QT_TRANSLATE_NOOP("client", "%1 closed the connection before it answered. Try again."));
    default:
        return unavailable(QT_TRANSLATE_NOOP("client", "%1 cannot be reached. Check the network and try again."));
    }
}

Error notOurServer()
{
    return Error::make(ErrorCode::Unavailable,
                       translated(QT_TRANSLATE_NOOP(
                           "client", "What answers at this address is not a Tenantry server. Check the address.")));
}

} // namespace tenantry::client
