package org.colloquy.server.tool.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Agent;
import org.colloquy.model.Conversation;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.tool.file.ConversationFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTableTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("x"));
  private final QueryTable tool = new QueryTable(new ConversationFiles(test.core().attachments()));
  private final Conversation conversation = test.core().conversations().create(test.owner(), "");

  @TempDir Path folder;

  @AfterEach
  void close() {
    test.close();
  }

  private void upload(String csv) {
    var content = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    test.core().attachments().upload(test.owner(), conversation.id(), "wells.csv", content);
  }

  private String ask(String sql) throws Exception {
    var arguments = new JsonMapper().writeValueAsString(Map.of("file", "wells.csv", "sql", sql));
    return tool.run(new Occasion(test.owner(), conversation.id(), Agent.NONE), arguments);
  }

  private String why(String sql) {
    return ((Problem.Unavailable) Problems.of(() -> ask(sql))).why();
  }

  @Test
  void answersWithRows() throws Exception {
    upload("\uFEFFWell;Oil rate;note\nA-1;10.5;\"good; really\"\nA-2;4.25;\nB-1;;weak\n");

    assertThat(ask("select well, \"Oil rate\" from data order by 2 desc nulls last"))
        .isEqualToIgnoringNewLines("\"Well\",\"Oil rate\"\"A-1\",\"10.5\"\"A-2\",\"4.25\"\"B-1\",");
    assertThat(ask("select sum(\"Oil rate\") as total from data;")).contains("14.75");
    assertThat(ask("select note from data where well = 'A-1'")).contains("good; really");
  }

  @Test
  void saysWhichColumnsThereAre() {
    upload("well,rate\nA,1\n");

    assertThat(why("select depth from data"))
        .contains("depth", "The table is called data, its columns: well, rate.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create alias x as 'int x() { return 1; }'",
        "create alias x for 'java.lang.Runtime.getRuntime'",
        "create trigger t before select on data call 'x.Y'",
        "select * from csvread('FILE')",
        "call csvwrite('FILE', 'select 1')",
        "select file_read('FILE', null)",
        "select file_write('x', 'FILE')",
        "call link_schema('s', '', 'jdbc:h2:mem:x', 'sa', '', 'PUBLIC')",
        "create linked table l ('', 'jdbc:h2:mem:x', 'sa', '', 'T')",
        "runscript from 'FILE'",
        "script to 'FILE'",
        "backup to 'FILE'",
        "create table t (x int)",
        "create local temporary table t (x int)",
        "insert into data values ('B', 2)",
        "delete from data",
        "update data set well = 'x'",
        "drop table data",
        "alter user reader admin true",
        "create user eve password 'x' admin",
        "grant all on data to public",
        "set max_memory_rows 1",
        "shutdown",
        "select 1; create alias x for 'java.lang.System.exit'",
        "select * from data for update",
        "explain analyze delete from data"
      })
  void doesNothingButRead(String sql) throws Exception {
    upload("well,rate\nA,1\n");
    var file = Files.writeString(folder.resolve("secret.txt"), "a,b\n1,2\n");
    var before = List.of(file);

    var thrown = catchThrowable(() -> ask(sql.replace("FILE", file.toString())));

    if (!sql.startsWith("select 1;") && !sql.contains("for update")) {
      assertThat(thrown).isNotNull();
    }
    try (var left = Files.list(folder)) {
      assertThat(left.toList()).isEqualTo(before);
    }
    assertThat(Files.readString(file)).isEqualTo("a,b\n1,2\n");
    assertThat(ask("select count(*) as n from data")).contains("\"1\"");
  }

  @Test
  void stopsWhatTakesTooLongOrTooMuch() {
    upload("well,rate\nA,1\n");

    assertThat(why("select count(*) from system_range(1, 1000000000000) a where mod(a.x, 7) = 8"))
        .startsWith("It took");
    assertThat(
            why("select x, repeat('x', 100000) as y from system_range(1, 10000000) order by y, x"))
        .startsWith("It took too much memory");
  }

  @Test
  void tellsNoMoreThanSomeRows() throws Exception {
    upload("n\n" + "1\n".repeat(1_000));

    assertThat(ask("select n from data").lines()).hasSize(WatchedQuery.MOST_ROWS + 1);
  }

  @Test
  void keepsColumnsApartThatHaveTheSameName() throws Exception {
    upload("a,A,,\"q\"\"x\"\n1,2,3,4\n");

    assertThat(ask("select * from data")).contains("\"1\",\"2\",\"3\",\"4\"");
  }
}
