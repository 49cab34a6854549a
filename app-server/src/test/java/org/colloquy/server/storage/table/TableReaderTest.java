package org.colloquy.server.storage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.ColumnType;
import org.colloquy.model.Problem;
import org.colloquy.model.TableColumn;
import org.colloquy.server.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be asked of tables, and what comes of it.
class TableReaderTest extends TableDatabasesCase {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from wells; drop table wells",
        "select 1; create alias x for 'java.lang.System.exit'",
        "select 1;;select 2",
        "select 1 /* ; */ ; select 2",
        "create alias x as 'int x() { return 1; }'",
        "create alias x for 'java.lang.Runtime.getRuntime'",
        "create trigger t before select on wells call 'x.Y'",
        "create aggregate a for 'x.Y'",
        "create table t (x int)",
        "create local temporary table t (x int)",
        "create linked table l ('', 'jdbc:h2:mem:x', 'sa', '', 'T')",
        "create user eve password 'x' admin",
        "create schema s",
        "create view v as select * from wells",
        "select * from csvread('FILE')",
        "select * from \"CSVREAD\"('FILE')",
        "select * from CsvRead /* x */ ('FILE')",
        "call csvwrite('NEW', 'select 1')",
        "select csvwrite('NEW', 'select 1')",
        "select file_read('FILE', null)",
        "select file_read('classpath:org/colloquy/server/version.txt')",
        "select file_write('x', 'NEW')",
        "select u&\"file\\005fread\"('FILE')",
        "select ｆile_read('FILE')",
        "call link_schema('s', '', 'jdbc:h2:mem:x', 'sa', '', 'PUBLIC')",
        "select * from link_schema('s', '', 'jdbc:h2:mem:x', 'sa', '', 'PUBLIC')",
        "runscript from 'FILE'",
        "script to 'NEW'",
        "script",
        "backup to 'NEW'",
        "insert into wells values ('B', 2, 3)",
        "delete from wells",
        "update wells set well = 'x'",
        "merge into wells values ('B', 2, 3)",
        "truncate table wells",
        "drop table wells",
        "drop all objects delete files",
        "alter table wells rename to x",
        "alter user reader admin true",
        "alter user reader set password 'x'",
        "grant all on wells to public",
        "set max_memory_rows 1",
        "set query_timeout 0",
        "set @a = 1",
        "shutdown",
        "shutdown immediately",
        "checkpoint",
        "explain analyze delete from wells",
        "explain select * from wells",
        "analyze",
        "call 1",
        "execute immediate 'drop table wells'",
        "select * from final table (delete from wells)",
        "select * from old table (update wells set n = 1)",
        "with x as (select 1) insert into wells select 'a', 1, 1",
        "select * into t from wells",
        "select * from wells for update",
        "select * from information_schema.users",
        "select * from information_schema.settings",
        "select * from information_schema.sessions",
        "select * from \"INFORMATION_SCHEMA\".tables",
        "select * from INFORMATION_SCHEMA . tables",
        "select * from pg_catalog.pg_user",
        "select database_path()",
        "select cancel_session(1)",
        "select session_id()",
        "select \"java.lang.System.getProperty\"('user.home')",
        "show tables",
        "help",
        "comment on table wells is 'x'",
        "select 1 /* never ends",
        "select 'never ends",
        "select $$x$$",
        "values (file_read('FILE'))",
        "table information_schema.users",
        "",
        "-- nothing"
      })
  void doesNothingButReadTheTables(String sql) throws Exception {
    fill();
    var file = Files.writeString(folder.resolve("secret.txt"), "canary,b\n1,2\n");
    var statement =
        sql.replace("FILE", file.toString()).replace("NEW", folder.resolve("new").toString());

    assertThat(Problems.of(() -> ask(statement))).isInstanceOf(Problem.Unavailable.class);
    assertThat(why(statement)).doesNotContain("canary", "reader", "owner", folder.toString());

    assertThat(folder.resolve("new")).doesNotExist();
    assertThat(ask("select count(*), sum(n) from wells").rows()).containsExactly(List.of("3", "3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from wells",
        "SELECT well FROM wells;",
        "select 'drop table; -- x' as \"a;b\" from wells -- ; the end",
        "(select 1) union all (select 2)",
        "with x as (select * from wells) select * from x",
        "values (1, 'a')",
        "table wells",
        "select replace(well, ',', '.'), lpad(well, 8, '0') from wells",
        "select year(current_date), extract(month from current_date) from wells",
        "select w.well, row_number() over (order by w.n) from wells w",
        "select case when rate > 1 then 'high' else 'low' end as level from wells",
        "select percentile_cont(0.5) within group (order by rate) from wells"
      })
  void answersOrdinaryQuestions(String sql) {
    fill();

    assertThat(ask(sql).rows()).isNotEmpty();
  }

  @Test
  void letsTheReaderSeeNothingButTheTablesEvenWithoutTheSecondWall() throws Exception {
    fill();
    var file = TableFile.open(folder.resolve("tables").resolve(OTHER.toString()), "");
    try (var reader = file.reader();
        var statement = reader.createStatement()) {
      var refused = new ArrayList<String>();
      for (var sql :
          List.of(
              "select file_read('/etc/passwd')",
              "select * from csvread('/etc/passwd')",
              "create alias x for 'java.lang.System.exit'",
              "create table t (x int)",
              "script",
              "backup to 'x'",
              "shutdown",
              "set cache_size 1",
              "alter user reader admin true")) {
        assertThatThrownBy(() -> statement.execute(sql)).as(sql).isNotNull();
        refused.add(sql);
      }
      assertThat(refused).hasSize(9);
      try (var users = statement.executeQuery("select user_name from INFORMATION_SCHEMA.USERS")) {
        while (users.next()) {
          assertThat(users.getString(1)).isEqualToIgnoringCase("reader");
        }
      }
    } finally {
      file.destroy();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select repeat('x', 1000000000)",
        "select \"REPEAT\"('x', 1000000000)",
        "select repeat('x', (select 1000000000))",
        "select space(1000000000)",
        "select lpad('x', 1000000000, 'y')",
        "select hash('SHA256', 'x', 1000000000)",
        "select regexp_like('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', '(a+)+$')",
        "select 1 where 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' regexp '(a+)+$'",
        "select 1 where 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' ~ '(a+)+$'",
        "select 1e999999999 + 1",
        "select cast('1e999999999' as decfloat) + 1",
        "select replace('aaaa', 'a', (select well from wells fetch first row only))"
      })
  void refusesWhatCannotBeStopped(String sql) {
    fill();

    assertThat(why(sql)).contains("cannot be used here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from wells where well like '%a%b%'",
        "select * from wells where well not like '%a%b'",
        "select * from wells where well like 'a%b%c'",
        "select * from wells where well ilike '%%a%%b'",
        "select * from wells where well like well",
        "select * from wells where well like '%' || well",
        "select * from wells where well like '%a' || '%b%'",
        "select * from wells where well like '%a' '%b%'",
        "select * from wells where well like '%a' ')' '%b%c%'",
        "select * from wells where well like ('%a%')",
        "select * from wells where well like concat('%', well)",
        "select * from wells where well like (select well from wells fetch first row only)",
        "select case when well like '%a%b%' then 1 end from wells"
      })
  void refusesPatternsThatCannotBeStopped(String sql) {
    fill();

    assertThat(why(sql)).contains("of LIKE");
  }

  @ParameterizedTest
  @CsvSource({
    "like 'A-%', 3",
    "like '%1', 1",
    "like '%-2%', 1",
    "like 'A%1', 1",
    "like 'a-_', 0",
    "ilike 'a-_', 3",
    "not like 'A-1', 2",
    "like 'A!-1' escape '!', 1",
    "like '%A%' and well like '%1%', 1"
  })
  void comparesWithPatterns(String pattern, String count) {
    fill();

    assertThat(ask("select count(*) from wells where well " + pattern).rows())
        .containsExactly(List.of(count));
  }

  @Test
  void endsTheLongestComparisonThatIsAllowed() {
    var text = List.of(new TableColumn("words", "words", ColumnType.TEXT));
    open("").load(TALK, "long", text, sink -> sink.row(new Object[] {"a".repeat(1_000_000)}));

    var pattern = "%" + "a".repeat(997) + "b%";

    assertThat(ask("select count(*) from long where words like '" + pattern + "'").rows())
        .containsExactly(List.of("0"));
    assertThat(why("select count(*) from long where words like 'a" + pattern + "'"))
        .contains("more than 1000 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from system_range(1, 1000000000000) a where mod(a.x, 7) = 8",
        "with recursive r(n) as (select 1 union all select n + 1 from r) select count(*) from r",
        "select listagg(a.x || b.x, ',') from system_range(1, 100000) a, system_range(1, 100000) b"
      })
  void stopsWhatTakesTooLongOrTooMuch(String sql) {
    fill();

    assertThat(why(sql)).startsWith("It took");
    assertThat(ask("select count(*) from wells").rows()).containsExactly(List.of("3"));
  }

  @Test
  void cutsHugeResults() {
    open("").load(TALK, "wells", COLUMNS, wells(5_000));

    var rows = ask("select * from wells a, wells b");

    assertThat(rows.rows()).hasSize(100);
    assertThat(rows.cut()).isTrue();
    assertThat(ask("select * from wells fetch first 100 rows only").cut()).isFalse();
  }
}
