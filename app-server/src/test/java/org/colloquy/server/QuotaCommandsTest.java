package org.colloquy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colloquy.server.command.Command;
import org.colloquy.server.command.Commands;
import org.colloquy.server.command.Given;
import org.colloquy.server.command.Printed;
import org.colloquy.server.core.identity.Visitor;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Commands about who may come and how much they may ask.
class QuotaCommandsTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final Commands commands = CommandWiring.wire(test.core());
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void addAda() {
    test.member("ada");
  }

  @AfterEach
  void close() {
    test.close();
  }

  private int run(Command command, Map<String, String> given) {
    said.clear();
    return commands.run(
        command,
        new Given(given),
        new Printed() {
          @Override
          public void say(String line) {
            said.add(line);
          }

          @Override
          public void complain(String line) {
            said.add("! " + line);
          }
        });
  }

  private String done(Command command, Map<String, String> given) {
    assertThat(run(command, given)).as(said.toString()).isEqualTo(Commands.DONE);
    return String.join("\n", said);
  }

  private void refuses(String why, Command command, Map<String, String> given) {
    assertThat(run(command, given)).isNotEqualTo(Commands.DONE);
    assertThat(said).containsExactly("! " + why);
  }

  @Test
  void invites() {
    assertThat(done(Command.USERS_INVITE, Map.of("role", "guest", "days", "2")))
        .contains("a guest once, until 2026-01-17T10:00:00Z");
    var account =
        test.core()
            .invitations()
            .accept(said.getFirst(), "kari", TestCore.PASSWORD, Visitor.PROGRAM);
    assertThat(account.username()).isEqualTo("kari");
  }

  @Test
  void putsPeopleIntoGroups() {
    done(Command.GROUPS_ADD, Map.of("GROUP", "Methane"));
    done(Command.GROUPS_JOIN, Map.of("GROUP", "methane", "NAME", "ADA"));
    done(Command.GROUPS_JOIN, Map.of("GROUP", "Methane", "NAME", "owner"));
    assertThat(done(Command.GROUPS_LIST, Map.of())).isEqualTo("Methane\towner,ada");

    done(Command.GROUPS_LEAVE, Map.of("GROUP", "Methane", "NAME", "ada"));
    assertThat(done(Command.GROUPS_LIST, Map.of())).isEqualTo("Methane\towner");
    done(Command.GROUPS_REMOVE, Map.of("GROUP", "Methane"));
    assertThat(done(Command.GROUPS_LIST, Map.of())).isEmpty();
    refuses("There is no such group.", Command.GROUPS_REMOVE, Map.of("GROUP", "Methane"));
  }

  @Test
  void limitsAndSaysHowMuchIsUsed() {
    done(Command.GROUPS_ADD, Map.of("GROUP", "Methane"));
    done(Command.QUOTAS_SET, Map.of("tokens-per-day", "1000"));
    done(Command.QUOTAS_SET, Map.of("user", "ada", "cost-per-month", "2.5"));
    done(Command.QUOTAS_SET, Map.of("group", "Methane", "tokens-per-month", "7"));
    assertThat(done(Command.QUOTAS_LIST, Map.of()))
        .isEqualTo(
            """
            everybody\ttokens today 0 of 1000\tthis month 0 of any\tdollars today 0.000000 of any\
            \tthis month 0.000000 of any
            user ada\ttokens today 0 of any\tthis month 0 of any\tdollars today 0.000000 of any\
            \tthis month 0.000000 of 2.500000
            group Methane\ttokens today 0 of any\tthis month 0 of 7\tdollars today 0.000000 of any\
            \tthis month 0.000000 of any\
            """);

    done(Command.QUOTAS_REMOVE, Map.of("user", "ada"));
    done(Command.QUOTAS_REMOVE, Map.of());
    assertThat(done(Command.QUOTAS_LIST, Map.of())).startsWith("group Methane").hasLineCount(1);
  }

  @Test
  void saysWhatItDoesNotUnderstand() {
    refuses(
        "cost-per-day: This must be a number of dollars, such as 2.50.",
        Command.QUOTAS_SET,
        Map.of("cost-per-day", "two"));
    refuses(
        "tokens-per-day: This must be a number of tokens.",
        Command.QUOTAS_SET,
        Map.of("tokens-per-day", "-1"));
    refuses("quota: Say at least one limit, or use quotas remove.", Command.QUOTAS_SET, Map.of());
    refuses(
        "group: A quota is of a user or of a group, not of both.",
        Command.QUOTAS_REMOVE,
        Map.of("user", "ada", "group", "Methane"));
  }
}
