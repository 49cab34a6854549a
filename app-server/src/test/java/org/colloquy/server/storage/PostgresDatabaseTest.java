package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.junit.jupiter.api.Test;

class PostgresDatabaseTest {
  @Test
  void isSharedByTwoServers() {
    var address = Postgres.address();
    try (var one = Database.at(address);
        var other = Database.at(address)) {
      new Notes(one).prepared().add("shared");
      assertThat(new Notes(other).all()).containsExactly("shared");
      int instances =
          one.read(handle ->
              handle.createQuery("select count(*) from instance").mapTo(Integer.class).one());
      assertThat(instances).isEqualTo(1);
    }
  }

  @Test
  void undoesWorkThatFailed() {
    try (var database = Database.at(Postgres.address())) {
      var notes = new Notes(database).prepared();
      assertThatThrownBy(() ->
              database.write(handle -> {
                Notes.insert("undone").run(handle);
                throw new IllegalArgumentException("mine");
              }))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(notes.all()).isEmpty();
    }
  }

  @Test
  void saysWhenTheServerCannotBeReached() {
    var thrown =
        catchThrowableOfType(
            ProblemException.class,
            () -> Database.at("jdbc:postgresql://localhost:1/none?user=a&password=geheim"));
    assertThat(thrown).isNotNull();
    assertThat(thrown.problem())
        .isEqualTo(new Problem.Unavailable("The PostgreSQL server cannot be reached."));
  }

  @Test
  void takesNoOtherKindOfAddress() {
    assertThatThrownBy(() -> Database.at("jdbc:h2:mem:x;INIT=create alias x for \"y\""))
        .isInstanceOf(ProblemException.class);
  }
}
