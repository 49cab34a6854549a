package org.colloquy.server.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.colloquy.model.Agent;
import org.junit.jupiter.api.Test;

class AgentsTest {
  private final Agents agents = new Agents();

  @Test
  void numbersThemFromOneInTheOrderTheyAreShown() {
    assertThat(agents.all())
        .extracting(Agent::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, agents.all().size()).boxed().toList());
    assertThat(agents.usual()).isEqualTo(agents.all().getFirst());
  }

  @Test
  void givesEachANameOfItsOwnAndSomethingToBe() {
    assertThat(agents.all()).extracting(Agent::name).doesNotHaveDuplicates();
    assertThat(agents.all())
        .allSatisfy(agent -> {
          assertThat(agent.name()).isNotBlank();
          assertThat(agent.description()).isNotBlank();
          assertThat(agent.instructions()).isNotBlank();
        });
  }

  @Test
  void findsOneByItsNameWhateverTheCase() {
    assertThat(agents.find(" esg AGENT ")).map(Agent::name).contains("ESG Agent");
    assertThat(agents.find("")).isEmpty();
    assertThat(agents.find("Nobody")).isEmpty();
  }
}
