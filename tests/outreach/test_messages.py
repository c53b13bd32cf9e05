from labelled_messages import MADE_WITH, judged, table


def test_x():
    print(table(judged(*MADE_WITH)))
    assert 0
