package org.aidledger.payee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.event.PostingId;
import org.aidledger.event.RequestReused;
import org.aidledger.event.Requests;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyCommand.Pay;
import org.aidledger.fund.MoneyEvent.FundsPaid;
import org.aidledger.fund.ProjectId;
import org.aidledger.money.Money;
import org.aidledger.payee.PayeeCommand.ErasePayee;
import org.aidledger.payee.PayeeEvent.PayeeErased;
import org.aidledger.payee.PayeeRejection.PayeeErasedBefore;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.rejection.Rejection;
import org.junit.jupiter.api.Test;

/** A name is erased once, for a reason, and is never written out by accident. */
class PayeeRulesTest {

    private static final Pseudonym PAYEE = new Pseudonym("payee-" + "0123456789".repeat(4));
    private static final PayeeErased ERASED = new PayeeErased(PAYEE, voucher("e-1"), "本人要求");

    private static Voucher voucher(String posting) {
        return Voucher.of(posting, LocalDate.of(2026, 3, 1), "管理员");
    }

    private static ErasePayee erase(String posting, String reason) {
        return new ErasePayee(PAYEE, voucher(posting), reason);
    }

    private static PayeeState given(PayeeEvent... events) {
        PayeeState state = new PayeeState();
        List.of(events).forEach(state::on);
        return state;
    }

    private static void refused(PayeeState state, PayeeCommand command, Rejection why) {
        assertThatThrownBy(() -> state.decide(command))
                .isInstanceOfSatisfying(
                        CommandRejected.class, e -> assertThat(e.rejection()).isEqualTo(why));
    }

    @Test
    void erasingIsAnEvent() {
        assertThat(given().decide(erase("e-1", "本人要求"))).containsExactly(ERASED);
    }

    @Test
    void theSameRequestIsTakenOnce() {
        assertThat(given(ERASED).decide(erase("e-1", "本人要求"))).isEmpty();
        refused(
                given(ERASED),
                erase("e-1", "another"),
                new RequestReused(new PostingId("e-1"), List.of("reason")));
    }

    @Test
    void nobodyIsErasedTwice() {
        refused(
                given(ERASED),
                erase("e-2", "本人要求"),
                new PayeeErasedBefore(PAYEE, new PostingId("e-1")));
    }

    @Test
    void anErasureNeedsAReason() {
        assertThatThrownBy(() -> erase("e-1", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameIsNeverWrittenOutByAccident() {
        Payee named = new Payee(" 阿依古丽 6222-01 ");
        assertThat(named.text()).isEqualTo("阿依古丽 6222-01");
        assertThat(named.isNamed()).isTrue();
        assertThat(named + " " + pay(named)).doesNotContain("阿依古丽");
        assertThat(Payee.of(PAYEE)).hasToString(PAYEE.value());
        assertThat(Payee.of(PAYEE).isNamed()).isFalse();
        assertThat(Payee.NOBODY.isNamed()).isFalse();
        assertThatThrownBy(() -> new Pseudonym("阿依古丽")).message().doesNotContain("阿依古丽");
        assertThatThrownBy(() -> new Payee("阿".repeat(301))).message().doesNotContain("阿");
    }

    @Test
    void aPaymentToTheSamePseudonymIsTheSamePayment() {
        Requests requests = new Requests();
        Pay paid = pay(Payee.of(PAYEE));
        requests.remember(
                new FundsPaid(
                        paid.fund(), paid.voucher(), paid.project(), paid.amount(), paid.payee()),
                0);
        assertThat(requests.differences(paid, paid.voucher())).isEmpty();
        assertThat(requests.differences(paid.to(Payee.NOBODY), paid.voucher()))
                .containsExactly("payee");
        assertThat(requests.differences(paid.to(new Payee("x")), paid.voucher()))
                .containsExactly("payee");
    }

    private static Pay pay(Payee payee) {
        return new Pay(
                new FundId("F"),
                voucher("p-1"),
                new ProjectId("ROAD"),
                Money.of("5.00", "CNY"),
                payee);
    }
}
