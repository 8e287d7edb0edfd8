// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/middleware/suspicion.h"

#include <algorithm>
#include <array>

namespace tenantry::server {

namespace {

constexpr std::array scanners{"acunetix", "dirbuster", "feroxbuster", "gobuster", "masscan", "nessus", "netsparker",
                              "nikto",    "nmap",      "nuclei",      "openvas",  "sqlmap",  "wpscan", "zgrab"};

constexpr std::array paths{"../",         "..\\",     "/.env",        "/.git", "/.aws",  "/etc/passwd",
                           "/phpmyadmin", "wp-admin", "wp-login.php", ".php",  "<script"};

template<std::size_t count>
QByteArray firstIn(const QByteArray &text, const std::array<const char *, count> &patterns)
{
    const auto found =
        std::find_if(patterns.begin(), patterns.end(), [&](const char *part) { return text.contains(part); });
    return found == patterns.end() ? QByteArray() : QByteArray(*found);
}

} // namespace

QByteArray suspicionOf(const http::Request &request)
{
    const QByteArray scanner = firstIn(request.header("User-Agent").toLower(), scanners);
    if (!scanner.isEmpty())
        return scanner;
    // Twice: "%252e" is what passes one who decodes once before another does.
    const QByteArray once = QByteArray::fromPercentEncoding(request.path + '?' + request.query);
    return firstIn((once + '\n' + QByteArray::fromPercentEncoding(once)).toLower(), paths);
}

} // namespace tenantry::server
