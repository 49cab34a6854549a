package org.colloquy.server.tool.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.model.Agent;
import org.colloquy.model.Conversation;
import org.colloquy.model.TableState;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Sixty questions to two generated tables, whose answers are computed here without SQL.
class TableQuestionsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final List<String> FIELDS = List.of("Alvheim", "Brage", "Draugen");
  private static final List<Well> WELLS = wells();
  private static final List<Day> DAYS = days();
  private static final TestCore TEST = TestCore.with(ScriptedChatModel.saying("x"));
  private static final Conversation TALK = TEST.core().conversations().create(TEST.owner(), "");

  private record Well(String name, String field, String operator, int depth) {}

  private record Day(Well well, LocalDate day, @Nullable BigDecimal oil, int hours, boolean open) {
    BigDecimal oilOrZero() {
      return oil == null ? BigDecimal.ZERO : oil;
    }
  }

  record Question(String sql, List<List<String>> expected) {
    @Override
    public String toString() {
      return sql;
    }
  }

  private static List<Well> wells() {
    var random = new Random(3);
    var wells = new ArrayList<Well>();
    for (int i = 0; i < 24; i++) {
      var operator = i % 2 == 0 ? "Aker BP" : "OKEA; Norway";
      wells.add(
          new Well(
              "W-%02d".formatted(i), FIELDS.get(i % 3), operator, 1_500 + random.nextInt(3_000)));
    }
    return wells;
  }

  private static List<Day> days() {
    var random = new Random(7);
    var days = new ArrayList<Day>();
    for (var well : WELLS) {
      for (int d = 0; d < 90; d++) {
        var oil =
            random.nextInt(12) == 0
                ? null
                : BigDecimal.valueOf(random.nextInt(200_000), 2).setScale(2);
        days.add(
            new Day(
                well,
                LocalDate.of(2026, 1, 1).plusDays(d),
                oil,
                random.nextInt(25),
                random.nextInt(5) > 0));
      }
    }
    return days;
  }

  @BeforeAll
  static void upload() {
    var wells = new StringBuilder("well;field;operator;depth\n");
    WELLS.forEach(well ->
        wells.append(
            "%s;%s;\"%s\";%d\n".formatted(well.name, well.field, well.operator, well.depth)));
    var days = new StringBuilder("Well;Day;Oil rate;hours;open\n");
    DAYS.forEach(day ->
        days.append(
            "%s;%s;%s;%d;%s\n"
                .formatted(
                    day.well.name,
                    GERMAN.format(day.day),
                    day.oil == null ? "NA" : day.oil.toPlainString().replace('.', ','),
                    day.hours,
                    day.open ? "ja" : "nein")));
    upload("wells.csv", wells.toString());
    upload("production.csv", days.toString());
    await()
        .until(() ->
            TEST.core().tables().of(TEST.owner(), TALK.id()).stream()
                    .filter(one -> one.table().state() == TableState.READY)
                    .count()
                == 2);
  }

  private static void upload(String name, String csv) {
    var content = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    TEST.core().attachments().upload(TEST.owner(), TALK.id(), name, content);
  }

  @AfterAll
  static void close() {
    TEST.close();
  }

  private static Stream<Day> days(Predicate<Day> which) {
    return DAYS.stream().filter(which);
  }

  private static Predicate<Day> in(String field) {
    return day -> day.well.field.equals(field);
  }

  private static BigDecimal oil(Stream<Day> days) {
    return days.map(Day::oilOrZero).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Question one(String sql, Object expected) {
    return new Question(sql, List.of(List.of(String.valueOf(expected))));
  }

  private static Map<String, BigDecimal> totals(String field) {
    return days(in(field))
        .collect(
            Collectors.groupingBy(
                day -> day.well.name,
                TreeMap::new,
                Collectors.reducing(BigDecimal.ZERO, Day::oilOrZero, BigDecimal::add)));
  }

  private static List<String> best(String field) {
    return totals(field).entrySet().stream()
        .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<BigDecimal> rates(String field) {
    return days(in(field)).flatMap(day -> Stream.ofNullable(day.oil)).sorted().toList();
  }

  static Stream<Question> questions() {
    return FIELDS.stream().flatMap(TableQuestionsTest::questions);
  }

  private static Stream<Question> questions(String field) {
    int month = 1 + FIELDS.indexOf(field);
    int deep = 2_000 + 500 * month;
    var rates = rates(field);
    var from = " from production p join wells w on w.well = p.well where w.field = '" + field + "'";
    var depths =
        WELLS.stream().filter(well -> well.field.equals(field)).map(Well::depth).sorted().toList();
    return Stream.of(
        one("select count(*)" + from, days(in(field)).count()),
        one("select sum(\"Oil rate\")" + from, oil(days(in(field)))),
        one("select max(\"Oil rate\")" + from, rates.getLast()),
        one("select min(\"Oil rate\")" + from, rates.getFirst()),
        one(
            "select round(avg(\"Oil rate\"), 4)" + from,
            rates.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(rates.size()), 4, RoundingMode.HALF_UP)),
        one(
            "select count(*)" + from + " and \"Oil rate\" is null",
            days(in(field)).filter(day -> day.oil == null).count()),
        one("select count(distinct p.well)" + from, depths.size()),
        one(
            "select sum(hours)" + from + " and open",
            days(in(field)).filter(Day::open).mapToInt(Day::hours).sum()),
        one(
            "select count(*) from production where extract(month from day) = " + month,
            days(day -> day.day.getMonthValue() == month).count()),
        one(
            "select sum(\"Oil rate\") from production where day between date '2026-0%d-01' and date '2026-0%d-15'"
                .formatted(month, month),
            oil(days(day -> day.day.getMonthValue() == month && day.day.getDayOfMonth() <= 15))),
        one(
            "select p.well" + from + " group by p.well order by sum(\"Oil rate\") desc limit 1",
            best(field).getFirst()),
        one(
            "select min(day)" + from + " and \"Oil rate\" > 1900",
            days(in(field))
                .filter(day -> day.oilOrZero().compareTo(BigDecimal.valueOf(1_900)) > 0)
                .map(Day::day)
                .min(Comparator.naturalOrder())
                .orElseThrow()),
        one("select datediff(day, min(day), max(day))" + from, 89),
        one(
            "select sum(\"Oil rate\")" + from + " and operator = 'OKEA; Norway'",
            oil(days(in(field)).filter(day -> day.well.operator.startsWith("OKEA")))),
        one(
            "select count(*) from wells where depth > " + deep,
            WELLS.stream().filter(well -> well.depth > deep).count()),
        one(
            "select percentile_cont(0.5) within group (order by depth) from wells where field = '"
                + field
                + "'",
            BigDecimal.valueOf(depths.get(3) + depths.get(4)).divide(BigDecimal.valueOf(2))),
        new Question(
            "select p.well, sum(\"Oil rate\")" + from + " group by p.well order by 2 desc limit 3",
            best(field).stream()
                .limit(3)
                .map(well -> List.of(well, String.valueOf(totals(field).get(well))))
                .toList()),
        one(
            "select round(100.0 * sum(case when open then 0 else 1 end) / count(*), 2)" + from,
            BigDecimal.valueOf(100 * days(in(field)).filter(day -> !day.open).count())
                .divide(BigDecimal.valueOf(days(in(field)).count()), 2, RoundingMode.HALF_UP)),
        one(
            "select well from (select p.well, rank() over (order by sum(\"Oil rate\") desc) place"
                + from
                + " group by p.well) where place = 4",
            best(field).get(3)),
        new Question(
            "select open, count(*)" + from + " group by open order by open",
            List.of(
                List.of("false", "" + days(in(field)).filter(day -> !day.open).count()),
                List.of("true", "" + days(in(field)).filter(Day::open).count()))));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void answersAsJavaWould(Question question) throws Exception {
    var told =
        new QueryTable(TEST.core().tables())
            .run(
                new Occasion(TEST.owner(), TALK.id(), Agent.NONE),
                JSON.writeValueAsString(Map.of("sql", question.sql)));

    var data = JSON.readTree(told).path("data");
    assertThat(data).hasSize(question.expected.size());
    for (int i = 0; i < data.size(); i++) {
      for (int j = 0; j < data.path(i).size(); j++) {
        var found = data.path(i).path(j).asText();
        var expected = question.expected.get(i).get(j);
        if (expected.matches("-?[0-9.]+")) {
          assertThat(new BigDecimal(found)).isEqualByComparingTo(expected);
        } else {
          assertThat(found).isEqualTo(expected);
        }
      }
    }
  }
}
