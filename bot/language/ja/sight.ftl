# 答えの下のボタン。
sight-button = どう見えたか

# 画像がどう見えたか。
sight-clothing = **{ $label }、{ $probability }。** 最初は写真と切り抜いた範囲、次は私が見る28×28の灰色の画素、最後は決め手です。明るく光る所ほど、取り去ると自信が下がります。
sight-unsure = **確信なし：{ $label }かも、{ $probability }。** 最初は写真と切り抜いた範囲、次は私が見る28×28の灰色の画素、最後は決め手です。明るく光る所ほど、取り去ると自信が下がります。
sight-none = **{ verdict-none }。** 最初は写真と切り抜いた範囲、次は私が見る28×28の灰色の画素、最後は最も{ $label }らしく見えた所です。明るく光る所ほど、そう見えました。
sight-not-clothing = **知っている衣類は見当たりません。** 最初は写真と切り抜いた範囲、次は私が見る28×28の灰色の画素、最後は最も{ $label }らしく見えた所です。明るく光る所ほど、そう見えました。
sight-photo-alt = 画像{ $number }と、切り抜いた範囲を示す枠。
sight-seen-alt = 同じ画像を背景から切り抜き、28×28の灰色の画素にしたもの。
sight-heat-alt =
    同じ画素。取り去ると答えが変わる所が光り、最も強いのは{ $place ->
        [top-left] 左上
        [top-middle] 上
        [top-right] 右上
        [middle-left] 左
        [middle-right] 右
        [bottom-left] 左下
        [bottom-middle] 下
        [bottom-right] 右下
       *[middle-middle] 中央
    }です。
