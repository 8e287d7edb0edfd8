// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/datetime.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace tenantry {

namespace {

constexpr Micros second = 1'000'000;
constexpr Micros minute = 60 * second;
constexpr Micros hour = 60 * minute;
constexpr Micros day = 24 * hour;

constexpr std::int64_t daysOf(int year, unsigned month, unsigned dayOfMonth)
{
    using namespace std::chrono;
    return sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(dayOfMonth))
        .time_since_epoch()
        .count();
}

constexpr std::int64_t firstDay = daysOf(1, 1, 1);
constexpr std::int64_t lastDay = daysOf(9999, 12, 31);

/// Reads a text from left to right; every step says whether what it wants stood there.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_rest(text)
    {
    }

    bool atEnd() const { return m_rest.empty(); }

    bool skip(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    /// Exactly `digits` digits.
    bool number(int digits, int &value)
    {
        if (m_rest.size() < static_cast<std::size_t>(digits))
            return false;
        value = 0;
        for (int i = 0; i < digits; ++i) {
            if (!isDigit(m_rest[static_cast<std::size_t>(i)]))
                return false;
            value = value * 10 + (m_rest[static_cast<std::size_t>(i)] - '0');
        }
        m_rest.remove_prefix(static_cast<std::size_t>(digits));
        return true;
    }

    /// One digit or more behind a decimal point, as microseconds; what is finer is cut.
    bool fraction(Micros &micros)
    {
        micros = 0;
        Micros unit = second / 10;
        bool any = false;
        for (; !m_rest.empty() && isDigit(m_rest.front()); m_rest.remove_prefix(1), unit /= 10) {
            micros += unit * (m_rest.front() - '0');
            any = true;
        }
        return any;
    }

private:
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }

    std::string_view m_rest;
};

bool scanDate(Scanner &scanner, std::int64_t &days)
{
    int year = 0;
    int month = 0;
    int dayOfMonth = 0;
    if (!scanner.number(4, year) || !scanner.skip('-') || !scanner.number(2, month) || !scanner.skip('-') ||
        !scanner.number(2, dayOfMonth))
        return false;
    const std::chrono::year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(dayOfMonth)));
    if (year < 1 || !date.ok())
        return false;
    days = std::chrono::sys_days(date).time_since_epoch().count();
    return true;
}

bool scanTime(Scanner &scanner, Micros &micros)
{
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    Micros fraction = 0;
    if (!scanner.number(2, hours) || !scanner.skip(':') || !scanner.number(2, minutes))
        return false;
    if (scanner.skip(':')) {
        if (!scanner.number(2, seconds))
            return false;
        if ((scanner.skip('.') || scanner.skip(',')) && !scanner.fraction(fraction))
            return false;
    }
    if (hours > 23 || minutes > 59 || seconds > 59)
        return false;
    micros = (hours * 60 + minutes) * minute + seconds * second + fraction;
    return true;
}

/// "Z", "+02:00", "+0200", "+02" or nothing.
bool scanOffset(Scanner &scanner, Micros &offset)
{
    offset = 0;
    if (scanner.atEnd() || scanner.skip('Z') || scanner.skip('z'))
        return true;
    const bool west = scanner.skip('-');
    if (!west && !scanner.skip('+'))
        return false;
    int hours = 0;
    int minutes = 0;
    if (!scanner.number(2, hours))
        return false;
    if (!scanner.atEnd()) {
        scanner.skip(':');
        if (!scanner.number(2, minutes))
            return false;
    }
    if (hours > 15 || minutes > 59)
        return false;
    offset = (hours * 60 + minutes) * (west ? -minute : minute);
    return true;
}

void appendNumber(std::string &out, std::int64_t number, int digits)
{
    const std::size_t start = out.size();
    out.append(static_cast<std::size_t>(digits), '0');
    for (int i = digits - 1; i >= 0; --i, number /= 10)
        out[start + static_cast<std::size_t>(i)] = static_cast<char>('0' + number % 10);
}

void appendDate(std::string &out, std::int64_t days)
{
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days))};
    appendNumber(out, static_cast<int>(date.year()), 4);
    out += '-';
    appendNumber(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    appendNumber(out, static_cast<unsigned>(date.day()), 2);
}

void appendTime(std::string &out, Micros micros)
{
    appendNumber(out, micros / (60 * minute), 2);
    out += ':';
    appendNumber(out, micros / minute % 60, 2);
    out += ':';
    appendNumber(out, micros / second % 60, 2);
    if (micros % second != 0) {
        out += '.';
        appendNumber(out, micros % second, 6);
    }
}

} // namespace

Result<Micros> parseDateTime(std::string_view text)
{
    Scanner scanner(text);
    std::int64_t days = 0;
    Micros time = 0;
    Micros offset = 0;
    const bool separated =
        scanDate(scanner, days) && (scanner.atEnd() || ((scanner.skip('T') || scanner.skip('t') || scanner.skip(' ')) &&
                                                        scanTime(scanner, time) && scanOffset(scanner, offset)));
    const Micros result = days * day + time - offset;
    if (!separated || !scanner.atEnd() || result < firstDay * day || result >= (lastDay + 1) * day)
        return failure(ErrorCode::Validation,
                       u"This is not a date and time; write it like 2026-01-05T09:00:00Z, in the years 1 to 9999."_s);
    return result;
}

std::string formatDateTime(Micros time)
{
    const std::int64_t days = time >= 0 ? time / day : -((day - 1 - time) / day);
    std::string out;
    out.reserve(27);
    appendDate(out, days);
    out += 'T';
    appendTime(out, time - days * day);
    out += 'Z';
    return out;
}

QString dateTimeText(Micros time)
{
    return QString::fromStdString(formatDateTime(time));
}

Result<std::int64_t> parseDate(std::string_view text)
{
    Scanner scanner(text);
    std::int64_t days = 0;
    if (!scanDate(scanner, days) || !scanner.atEnd())
        return failure(ErrorCode::Validation, u"This is not a date; write it like 2026-01-05."_s);
    return days;
}

std::string formatDate(std::int64_t days)
{
    std::string out;
    appendDate(out, days);
    return out;
}

Result<std::int64_t> parseTime(std::string_view text)
{
    Scanner scanner(text);
    Micros micros = 0;
    if (!scanTime(scanner, micros) || !scanner.atEnd())
        return failure(ErrorCode::Validation, u"This is not a time of day; write it like 09:00:00."_s);
    return micros;
}

std::string formatTime(std::int64_t micros)
{
    std::string out;
    appendTime(out, micros);
    return out;
}

} // namespace tenantry
