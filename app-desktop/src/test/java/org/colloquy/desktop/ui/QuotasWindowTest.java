package org.colloquy.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.colloquy.desktop.fake.ScriptedPeople;
import org.colloquy.desktop.settings.Look;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;
import org.junit.jupiter.api.Test;

class QuotasWindowTest extends WindowTest {
  private void open() {
    interact(() -> wiring.shell().dialog().set(Dialog.PEOPLE));
    untilSays("grace");
    clickOn("#showQuotas");
  }

  /// @param holder its place among everybody, the accounts and the groups
  private void choose(int holder) {
    until(() -> shows("#quotaOf") && lookup("#quotaOf").queryComboBox().getItems().size() > 1);
    interact(() -> lookup("#quotaOf").queryComboBox().getSelectionModel().select(holder));
  }

  private void fill(String field, String number) {
    interact(() -> lookup(field).queryTextInputControl().requestFocus());
    write(number);
  }

  @Test
  void quotasAreSetForEverybodyAndForOneAndShowWhatIsUsedOfThem() {
    open();
    untilSays("Nobody has a quota");
    clickOn("#addQuota");
    choose(0);
    fill("#tokensPerDay", "50000");
    push(KeyCode.ENTER);
    untilSays("Tokens a day: at most 50,000");
    untilSays("Counts for each account without a quota of its own");
    clickOn("#addQuota");
    choose(2);
    fill("#tokensPerMonth", "1000000");
    fill("#costPerDay", "2.50");
    fill("#costPerMonth", "20");
    interact(() -> Pictures.save(scene(), "people-quota-form"));
    push(KeyCode.ENTER);
    untilSays("Tokens a month: 340,000 of 1,000,000 used, 3,000 reserved");
    untilSays("Dollars a day: $0.25 of $2.50 used, $0.04 reserved");
    assertThat(server.requests())
        .anyMatch(each ->
            each.startsWith("PUT /api/quotas")
                && each.contains(ScriptedPeople.id("ada"))
                && each.contains("\"costPerDay\":2500000")
                && !each.contains("tokensPerDay"));
    interact(() -> Pictures.save(scene(), "people-quotas"));
    interact(() -> settings.change(now -> now.withLook(Look.DARK)));
    interact(() -> {
      window.stage().setWidth(900);
      window.stage().setHeight(600);
    });
    interact(() -> Pictures.save(scene(), "people-quotas-small-dark"));
  }

  @Test
  void aQuotaIsChangedAndRemoved() {
    open();
    clickOn("#addQuota");
    choose(0);
    fill("#costPerMonth", "7,5");
    clickOn("#saveQuota");
    untilSays("Dollars a month: at most $7.50");
    clickOn(".quota-change");
    until(() -> lookup("#costPerMonth").queryTextInputControl().getText().equals("7.5"));
    clickOn("#stopQuota");
    clickOn(".quota-remove");
    untilSays("Remove the quota of Everybody?");
    clickOn("#quotaRemove");
    untilSays("Nobody has a quota");
  }

  @Test
  void aNumberThatCouldMeanTwoThingsIsNotTaken() {
    open();
    clickOn("#addQuota");
    choose(0);
    fill("#costPerDay", "1,000");
    clickOn("#saveQuota");
    untilSays("Dollars a day: this is not a number that can be taken.");
    assertThat(server.requests()).noneMatch(each -> each.startsWith("PUT /api/quotas"));
    push(KeyCode.END).push(KeyCode.BACK_SPACE).push(KeyCode.ENTER);
    until(() -> server.requests().stream().anyMatch(each -> each.startsWith("PUT /api/quotas")));
  }
}
