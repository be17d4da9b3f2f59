# SPDX-FileCopyrightText: The Waymark contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""waymark-cli analyse on tables: published numbers in, the same numbers out.

The expected figures were computed with R 4.2.2 (plm 2.6-2, sandwich 3.0-2) and gretl 2022c."""

import json

from harness import close, main

BALANCED = {
    "A": [10, 12, 11, 15, 17], "B": [20, 19, 22, 26, 25],
    "C": [12, 13, 12, 14, 13], "D": [18, 17, 19, 18, 20],
}
UNBALANCED = {
    "A": [31, 33, 32, 30, 27], "B": [40, None, 41, 37, 36], "C": [25, 27, 26, 24, None],
    "D": [29, 30, 32, 33, 34], "E": [None, 45, 44, 46, 47], "F": [36, 35, None, 37, 38],
}


def table(values, heading="area,period,value"):
    lines = [heading]
    for area, row in values.items():
        for period, value in enumerate(row, 1):
            lines.append(f"{area},{period},{'' if value is None else value}")
    return "\n".join(lines) + "\n"


def did(cli, values, estimator, errors, treated="A;B", control="C;D", *more):
    path = cli.write("table.csv", table(values))
    return cli.json("analyse", "did", "--data", path, "--treated", treated, "--control", control,
                    "--start", "4", "--estimator", estimator, "--errors", errors, *more)


def effect(result):
    return next(c for c in result["coefficients"] if c["term"] == "did")


def balanced_estimators(cli):
    for estimator, se, df, p in [
            ("pooled", 4.04188143759, 16, 0.337082023049),
            ("fe", 0.924747927902, 14, 0.000698251712398),
            ("twfe", 0.941468871691, 11, 0.00136876945096),
            ("re", 0.924747927902, None, 1.52184149938e-05)]:
        result = did(cli, BALANCED, estimator, "classical")
        did_effect = effect(result)
        close(did_effect["estimate"], 4)
        close(did_effect["std_error"], se)
        close(did_effect["p_value"], p)
        assert did_effect["df"] is None if df is None else did_effect["df"] == df
        assert result["method"] == "did" and result["estimator"] == estimator
        assert (result["n_obs"], result["n_areas"], result["n_periods"]) == (20, 4, 5)


def random_effects_components(cli):
    result = did(cli, BALANCED, "re", "classical")
    close(result["variance_components"]["sigma2_idiosyncratic"], 1.02619047619)
    close(result["variance_components"]["sigma2_area"], 29.7247619048)
    close(result["variance_components"]["theta"], 0.91719136435)
    terms = {c["term"]: c for c in result["coefficients"]}
    assert list(terms) == ["intercept", "post", "treated", "did"]
    close(terms["intercept"]["estimate"], 15.1666666667)
    close(terms["intercept"]["std_error"], 3.87729450757)
    close(terms["treated"]["std_error"], 5.48332247792)


def clustered_errors(cli):
    close(effect(did(cli, BALANCED, "pooled", "cluster"))["std_error"], 0.104858811601)
    close(effect(did(cli, BALANCED, "twfe", "cluster"))["std_error"], 0.112098784856)
    close(effect(did(cli, UNBALANCED, "twfe", "cluster", "A;B;C", "D;E;F"))["df"], 5)


def unbalanced_estimators(cli):
    for estimator, estimate, se in [("re", -5.70606854024, 0.930695727937),
                                    ("fe", -5.72563559322, 0.839943403486),
                                    ("twfe", -5.88570548367, 0.838751293579)]:
        result = did(cli, UNBALANCED, estimator, "classical", "A;B;C", "D;E;F")
        close(effect(result)["estimate"], estimate)
        close(effect(result)["std_error"], se)
        assert result["n_obs"] == 26
    theta = did(cli, UNBALANCED, "re", "classical", "A;B;C", "D;E;F")["variance_components"]["theta"]
    close(theta[0], 0.887549590707)
    close(theta[1], 0.899293871822)


def defaults_are_said(cli):
    path = cli.write("table.csv", table(BALANCED))
    result = cli.json("analyse", "did", "--data", path, "--treated", "A;B", "--control", "all", "--start", "4")
    assert (result["estimator"], result["errors"]) == ("twfe", "cluster")
    assert any(w["code"] == "few_clusters" for w in result["warnings"])
    assert len(result["sentences"]) >= 4


def row_order_does_not_matter(cli):
    path = cli.write("table.csv", table(BALANCED))
    lines = table(BALANCED).splitlines()
    shuffled = cli.write("shuffled.csv", "\n".join([lines[0]] + lines[:0:-1]) + "\n")
    arguments = ["--treated", "A;B", "--control", "C;D", "--start", "4", "--estimator", "re"]
    a = effect(cli.json("analyse", "did", "--data", path, *arguments))
    b = effect(cli.json("analyse", "did", "--data", shuffled, *arguments))
    close(a["std_error"], b["std_error"], 1e-12)


def own_column_names_and_covariates(cli):
    path = cli.write("own.csv", "Council,Year,Rate,Spend\r\n" + "".join(
        f"{area},{2014 + i},{value},{(i * 7 + ord(area)) % 5}\r\n"
        for area, row in BALANCED.items() for i, value in enumerate(row)))
    result = cli.json("analyse", "did", "--data", path, "--area-column", "Council",
                      "--period-column", "Year", "--value-column", "Rate", "--covariate", "Spend",
                      "--treated", "A;B", "--control", "C;D", "--start", "2017", "--estimator", "pooled")
    assert [c["term"] for c in result["coefficients"]][-1] == "Spend"


def refusals_have_codes(cli):
    def code(values, treated, control, start="4", *more):
        path = cli.write("table.csv", table(values))
        done = cli.fails(1, "analyse", "did", "--data", path, "--treated", treated, "--control",
                         control, "--start", start, "--format", "json", *more)
        answer = json.loads(done.out)
        assert answer["error"]["message"]
        return answer["error"]["code"]

    assert code({a: [7] * 5 for a in "ABCD"}, "A;B", "C;D") == "constant_outcome"
    assert code(BALANCED, "A;B", "C;D", "1") == "no_pre"
    assert code(BALANCED, "A;B", "A;C") == "overlap"
    assert code(BALANCED, "A;Nowhere", "C;D") == "unknown_area"
    assert code(BALANCED, "A;B;C;D", "all") == "no_control"
    assert code(BALANCED, "A;B", "C;D", "99") == "unknown_period"
    assert code({"A": [1, 2, 3, 4, 5], "B": [None] * 5}, "A", "B") == "no_control"
    huge = {a: [v * 1e200 if v else v for v in row] for a, row in BALANCED.items()}
    assert code(huge, "A;B", "C;D") == "overflow"


def duplicate_rows_are_refused(cli):
    path = cli.write("table.csv", table(BALANCED) + "A,1,99\n")
    done = cli.fails(1, "analyse", "did", "--data", path, "--treated", "A;B", "--control", "C;D",
                     "--start", "4", "--format", "json")
    assert json.loads(done.out)["error"]["code"] == "duplicate_rows"
    assert "22" in done.err


def no_control_is_asked_for(cli):
    path = cli.write("table.csv", table(BALANCED))
    cli.fails(1, "analyse", "did", "--data", path, "--treated", "A;B", "--start", "4")


def before_and_after(cli):
    path = cli.write("table.csv", table(BALANCED))
    result = cli.json("analyse", "prepost", "--data", path, "--treated", "A;B", "--start", "4")
    paired = next(c for c in result["coefficients"] if c["term"] == "paired")
    close(paired["estimate"], (5 + 31 / 6) / 2)
    assert result["method"] == "prepost"


def description(cli):
    path = cli.write("table.csv", table(UNBALANCED))
    answer = cli.json("analyse", "describe", "--data", path, "--treated", "A;B;C")
    assert answer["method"] == "describe"
    rows = answer["rows"]
    first = rows[0]
    assert (first["period"], first["n"]) == ("1", 3)
    close(first["mean"], 32)
    close(first["median"], 31)
    assert rows[1]["missing"] == 1


def formats(cli):
    path = cli.write("table.csv", table(BALANCED))
    arguments = ["analyse", "did", "--data", path, "--treated", "A;B", "--control", "C;D", "--start", "4"]
    csv = cli.ok(*arguments, "--format", "csv").out.splitlines()
    assert csv[0] == "term,estimate,std_error,statistic,df,p_value,ci_low,ci_high"
    text = cli.ok(*arguments).out
    assert "did" in text and "nan" not in text.lower()


def wrong_usage(cli):
    path = cli.write("table.csv", table(BALANCED))
    cli.fails(2, "analyse", "did", "--data", path, "--treated", "A", "--control", "C", "--start", "4",
              "--estimator", "magic")
    cli.fails(2, "analyse", "did", "--data", path, "--treated", "A", "--control", "C", "--start", "4",
              "--level", "95")
    cli.fails(2, "analyse", "did")
    cli.fails(2, "analyse", "magic", "--data", path)
    cli.fails(2, "analyse", "did", "--data", path, "--no-such-option")
    cli.fails(1, "analyse", "did", "--data", cli.path("absent.csv"), "--treated", "A", "--control",
              "C", "--start", "4")


def bad_tables(cli):
    for name, text, words in [
            ("empty.csv", "", ""),
            ("heading.csv", "area,period,value\n", "no data"),
            ("columns.csv", "a,b,c\n1,2,3\n", "area"),
            ("text.csv", "area,period,value\nA,1,many\n", "many"),
            ("ragged.csv", "area,period,value\nA,1\n", "Line 2")]:
        path = cli.write(name, text)
        cli.fails(1, "analyse", "did", "--data", path, "--treated", "A", "--control", "B",
                  "--start", "4", words=words)


main([balanced_estimators, random_effects_components, clustered_errors, unbalanced_estimators,
      defaults_are_said, row_order_does_not_matter, own_column_names_and_covariates,
      refusals_have_codes, duplicate_rows_are_refused, no_control_is_asked_for, before_and_after,
      description, formats, wrong_usage, bad_tables])
