// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/documentation.h"

#include <QResource>

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

/// What Swagger UI needs and no more.
constexpr auto docsPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
                            "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// Redoc writes <style> elements, and searches in a worker that it makes from a string.
constexpr auto redocPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; "
                             "style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src blob:; "
                             "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A page: its file, the last segment of its path, and what it may load.
struct Page
{
    QLatin1StringView file;
    const char *segment;
    const char *contentPolicy;
};

constexpr Page docsPage{"docs.html"_L1, "docs", docsPolicy};
constexpr Page redocPage{"redoc.html"_L1, "redoc", redocPolicy};

struct AssetType
{
    QLatin1StringView suffix;
    const char *mediaType;
};

constexpr AssetType assetTypes[] = {
    {".css"_L1, "text/css; charset=utf-8"},
    {".js"_L1, "text/javascript; charset=utf-8"},
};

QString resourcePath(const QString &file)
{
    return u":/tenantry/api_docs/"_s + file;
}

/// Nothing when it is none of ours to give out.
const char *assetMediaType(const QString &file)
{
    if (file.contains(u'/'))
        return nullptr;
    for (const AssetType &type : assetTypes) {
        if (file.endsWith(type.suffix))
            return type.mediaType;
    }
    return nullptr;
}

/// qCompress puts the length, four bytes, before what HTTP calls `deflate`.
constexpr qsizetype qCompressPrefix = 4;

/// The file as it lies in the program, compressed for those who take it so. Resources live as long as the program.
http::Response contents(const Call &call, const QString &file)
{
    const QResource resource(resourcePath(file));
    http::Response response;
    response.header("Vary", "Accept-Encoding");
    const bool compressed = resource.compressionAlgorithm() == QResource::ZlibCompression;
    if (compressed && call.request.header("Accept-Encoding").contains("deflate")) {
        response.header("Content-Encoding", "deflate");
        response.body = QByteArray::fromRawData(reinterpret_cast<const char *>(resource.data()) + qCompressPrefix,
                                                resource.size() - qCompressPrefix);
    } else {
        response.body = resource.uncompressedData();
    }
    return response;
}

/// With the validator that all files share: they change together, with the program.
http::Response cacheable(const Call &call, const QString &file, const QByteArray &version, const QByteArray &caching)
{
    const QByteArray tag = "W/\"" + version + '"';
    http::Response response;
    if (call.request.header("If-None-Match").contains(tag))
        response.status = 304;
    else
        response = contents(call, file);
    response.header("ETag", tag);
    response.header("Cache-Control", caching);
    return response;
}

Endpoint publicFile(QByteArray path, QByteArray id, QByteArray summary, QByteArray mediaType)
{
    Endpoint endpoint;
    endpoint.path = std::move(path);
    endpoint.operationId = std::move(id);
    endpoint.tag = "Description";
    endpoint.summary = std::move(summary);
    endpoint.tenancy = Tenancy::Either;
    endpoint.credential = Credential::None;
    endpoint.shape = Shape::Bare;
    endpoint.responses = {{.mediaType = std::move(mediaType)}};
    return endpoint;
}

/// A path without the closing slash is sent to the one with it: the page names what it loads relative to itself, so
/// that it works below any prefix.
Handler pageHandler(const Page &page, const QByteArray &version)
{
    return [page, version](const CallPtr &call) -> Answer {
        if (!call->request.path.endsWith('/')) {
            http::Response response;
            response.status = 308;
            response.header("Location", QByteArray(page.segment) + '/');
            return response;
        }
        http::Response response = cacheable(*call, page.file, version, "no-cache");
        response.header("Content-Type", "text/html; charset=utf-8");
        response.header("Content-Security-Policy", page.contentPolicy);
        response.header("Cross-Origin-Opener-Policy", "same-origin");
        return response;
    };
}

Handler assetHandler(const QByteArray &version)
{
    return [version](const CallPtr &call) -> Answer {
        const QString file = call->path("file");
        const char *mediaType = assetMediaType(file);
        if (!mediaType || call->path("version") != QLatin1StringView(version) ||
            !QResource(resourcePath(file)).isValid())
            return failure(ErrorCode::NotFound, u"There is no such file; reload the page."_s);
        http::Response response = cacheable(*call, file, version, "public, max-age=31536000, immutable");
        response.header("Content-Type", mediaType);
        return response;
    };
}

} // namespace

void addDocumentationPages(Api &api)
{
    const QResource versionFile(resourcePath(u"version"_s));
    if (!versionFile.isValid())
        return;
    const QByteArray version = versionFile.uncompressedData();

    Endpoint docs = publicFile("/api/docs/", "docs", "A page to try these calls out on (Swagger UI)", "text/html");
    docs.handler = pageHandler(docsPage, version);
    api.router.add(std::move(docs));

    Endpoint redoc = publicFile("/api/redoc/", "redoc", "A page to read this description on (Redoc)", "text/html");
    redoc.handler = pageHandler(redocPage, version);
    api.router.add(std::move(redoc));

    Endpoint asset = publicFile("/api/docs/assets/{version}/{file}/", "docs_asset", "What the two pages load", "*/*");
    asset.rate = RateClass::Exempt;
    asset.handler = assetHandler(version);
    api.router.add(std::move(asset));
}

} // namespace tenantry::server
