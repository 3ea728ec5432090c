/* Has libical read calendars and check the restrictions of RFC 5545 and 5546: judge FILE.ics… (exit 1 on any complaint). */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = calloc(1, (size_t)size + 1);
    if (text && fread(text, 1, (size_t)size, file) != (size_t)size)
        text[0] = '\0';
    fclose(file);
    return text;
}

static int print_errors(const char *path, icalcomponent *component)
{
    int bad = 0;
    icalproperty *property = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
    for (; property; property = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        char *line = icalproperty_as_ical_string_r(property);
        fprintf(stderr, "%s: libical: %s", path, line);
        free(line);
        bad++;
    }
    icalcomponent *inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
    for (; inner; inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        bad += print_errors(path, inner);
    return bad;
}

static int complain(const char *path, const char *what)
{
    fprintf(stderr, "%s: libical: %s\n", path, what);
    return 1;
}

static int judge(const char *path)
{
    char *text = read_file(path);
    if (!text || !*text)
        return complain(path, "cannot be read");
    icalcomponent *calendar = icalparser_parse_string(text);
    free(text);
    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT)
        return complain(path, "is no VCALENDAR");
    int bad = print_errors(path, calendar);
    int fits = icalrestriction_check(calendar);
    int printed = print_errors(path, calendar) - bad;
    bad += printed;
    if (!fits && !printed)
        bad += complain(path, "icalrestriction_check refuses it");
    icalcomponent_free(calendar);
    return bad;
}

int main(int argc, char **argv)
{
    int bad = 0;
    for (int i = 1; i < argc; i++)
        bad += judge(argv[i]);
    printf("judge.c: %d calendars, %d complaints\n", argc - 1, bad);
    return bad || argc < 2;
}
