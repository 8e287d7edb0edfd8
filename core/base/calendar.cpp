// SPDX-FileCopyrightText: 2026 The Tenantry authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/calendar.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace tenantry {

namespace {

constexpr Micros second = 1'000'000;
constexpr Micros minute = 60 * second;
constexpr Micros hour = 60 * minute;
constexpr Micros day = 24 * hour;

struct Name
{
    std::string_view name;
    TimeUnit unit;
};

constexpr std::array names{
    Name{"microseconds", TimeUnit::Microseconds},
    Name{"milliseconds", TimeUnit::Milliseconds},
    Name{"second", TimeUnit::Second},
    Name{"minute", TimeUnit::Minute},
    Name{"hour", TimeUnit::Hour},
    Name{"day", TimeUnit::Day},
    Name{"week", TimeUnit::Week},
    Name{"month", TimeUnit::Month},
    Name{"quarter", TimeUnit::Quarter},
    Name{"year", TimeUnit::Year},
    Name{"decade", TimeUnit::Decade},
    Name{"century", TimeUnit::Century},
    Name{"millennium", TimeUnit::Millennium},
    Name{"dow", TimeUnit::DayOfWeek},
    Name{"isodow", TimeUnit::IsoDayOfWeek},
    Name{"doy", TimeUnit::DayOfYear},
    Name{"isoyear", TimeUnit::IsoYear},
    Name{"epoch", TimeUnit::Epoch},
};

Micros floorTo(Micros length, Micros time)
{
    const Micros rest = time % length;
    return time - (rest < 0 ? rest + length : rest);
}

std::int64_t dayOf(Micros time)
{
    return floorTo(day, time) / day;
}

Micros inDay(Micros time)
{
    return time - floorTo(day, time);
}

std::chrono::year_month_day dateOf(Micros time)
{
    return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(dayOf(time))));
}

Micros startOf(int year, unsigned month)
{
    const std::chrono::sys_days first(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(1));
    return first.time_since_epoch().count() * day;
}

/// 1 is Monday.
int isoDayOfWeek(Micros time)
{
    constexpr std::int64_t thursday = 3; // 1970-01-01, counted from Monday
    return int(((dayOf(time) + thursday) % 7 + 7) % 7) + 1;
}

/// The Thursday of the same week: it lies in the year that the week belongs to.
Micros thursdayOf(Micros time)
{
    return (dayOf(time) + 4 - isoDayOfWeek(time)) * day;
}

int yearOf(Micros time)
{
    return int(dateOf(time).year());
}

int dayOfYear(Micros time)
{
    return int(dayOf(time) - startOf(yearOf(time), 1) / day) + 1;
}

int floorDivide(int value, int by)
{
    return (value - ((value % by) + by) % by) / by;
}

/// There is no year 0: what came before the year 1 counts from -1.
int withoutZero(int number)
{
    return number > 0 ? number : number - 1;
}

std::string withFraction(Micros value, int places)
{
    Micros one = 1;
    for (int i = 0; i < places; ++i)
        one *= 10;
    std::string text = (value < 0 ? "-" : "") + std::to_string(std::abs(value / one));
    if (const Micros fraction = std::abs(value % one); fraction != 0) {
        std::string digits = std::to_string(fraction);
        digits.insert(0, std::size_t(places) - digits.size(), '0');
        digits.erase(digits.find_last_not_of('0') + 1);
        text += '.' + digits;
    }
    return text;
}

} // namespace

std::optional<TimeUnit> timeUnit(std::string_view name)
{
    const auto sameLetter = [](char known, char given) {
        return known == (given >= 'A' && given <= 'Z' ? char(given - 'A' + 'a') : given);
    };
    const auto found = std::find_if(names.begin(), names.end(), [&](const Name &item) {
        return std::equal(item.name.begin(), item.name.end(), name.begin(), name.end(), sameLetter);
    });
    return found == names.end() ? std::nullopt : std::optional(found->unit);
}

std::string_view timeUnitName(TimeUnit unit)
{
    return std::find_if(names.begin(), names.end(), [unit](const Name &item) { return item.unit == unit; })->name;
}

std::vector<std::string> timeUnitNames()
{
    std::vector<std::string> list;
    list.reserve(names.size());
    for (const Name &item : names)
        list.emplace_back(item.name);
    return list;
}

bool isLength(TimeUnit unit)
{
    return unit <= TimeUnit::Millennium && unit != TimeUnit::Decade;
}

bool isPartOfTime(TimeUnit unit)
{
    return unit <= TimeUnit::Hour || unit == TimeUnit::Epoch;
}

bool isPartOfDate(TimeUnit unit)
{
    return unit >= TimeUnit::Day;
}

bool hasFraction(TimeUnit unit)
{
    return unit == TimeUnit::Milliseconds || unit == TimeUnit::Second || unit == TimeUnit::Epoch;
}

Micros truncate(TimeUnit unit, Micros time)
{
    const auto date = dateOf(time);
    const int year = int(date.year());
    const unsigned month = unsigned(date.month());
    switch (unit) {
    case TimeUnit::Milliseconds:
        return floorTo(second / 1000, time);
    case TimeUnit::Second:
        return floorTo(second, time);
    case TimeUnit::Minute:
        return floorTo(minute, time);
    case TimeUnit::Hour:
        return floorTo(hour, time);
    case TimeUnit::Day:
        return floorTo(day, time);
    case TimeUnit::Week:
        return (dayOf(time) + 1 - isoDayOfWeek(time)) * day;
    case TimeUnit::Month:
        return startOf(year, month);
    case TimeUnit::Quarter:
        return startOf(year, (month - 1) / 3 * 3 + 1);
    case TimeUnit::Year:
        return startOf(year, 1);
    case TimeUnit::Century:
        return startOf(floorDivide(year - 1, 100) * 100 + 1, 1);
    case TimeUnit::Millennium:
        return startOf(floorDivide(year - 1, 1000) * 1000 + 1, 1);
    default:
        return time;
    }
}

std::string extract(TimeUnit unit, Micros time)
{
    const auto date = dateOf(time);
    const int year = int(date.year());
    switch (unit) {
    case TimeUnit::Microseconds:
        return std::to_string(inDay(time) % minute);
    case TimeUnit::Milliseconds:
        return withFraction(inDay(time) % minute, 3);
    case TimeUnit::Second:
        return withFraction(inDay(time) % minute, 6);
    case TimeUnit::Minute:
        return std::to_string(inDay(time) / minute % 60);
    case TimeUnit::Hour:
        return std::to_string(inDay(time) / hour);
    case TimeUnit::Day:
        return std::to_string(unsigned(date.day()));
    case TimeUnit::Week:
        return std::to_string((dayOfYear(thursdayOf(time)) - 1) / 7 + 1);
    case TimeUnit::Month:
        return std::to_string(unsigned(date.month()));
    case TimeUnit::Quarter:
        return std::to_string((unsigned(date.month()) - 1) / 3 + 1);
    case TimeUnit::Year:
        return std::to_string(withoutZero(year));
    case TimeUnit::Decade:
        return std::to_string(floorDivide(year, 10));
    case TimeUnit::Century:
        return std::to_string(withoutZero(floorDivide(year - 1, 100) + 1));
    case TimeUnit::Millennium:
        return std::to_string(withoutZero(floorDivide(year - 1, 1000) + 1));
    case TimeUnit::DayOfWeek:
        return std::to_string(isoDayOfWeek(time) % 7);
    case TimeUnit::IsoDayOfWeek:
        return std::to_string(isoDayOfWeek(time));
    case TimeUnit::DayOfYear:
        return std::to_string(dayOfYear(time));
    case TimeUnit::IsoYear:
        return std::to_string(withoutZero(yearOf(thursdayOf(time))));
    case TimeUnit::Epoch:
        return withFraction(time, 6);
    }
    std::abort();
}

std::string formatWallClock(Micros time)
{
    const auto date = dateOf(time);
    const int year = int(date.year());
    const Micros rest = inDay(time);
    std::array<char, 48> text{};
    // A clock west of Greenwich may show the year before the first; PostgreSQL prints its number without the era.
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d", year > 0 ? year : 1 - year,
                  unsigned(date.month()), unsigned(date.day()), int(rest / hour), int(rest / minute % 60),
                  int(rest / second % 60));
    std::string result = text.data();
    if (const Micros fraction = rest % second; fraction != 0) {
        std::snprintf(text.data(), text.size(), ".%06d", int(fraction));
        result += text.data();
    }
    return result;
}

} // namespace tenantry
